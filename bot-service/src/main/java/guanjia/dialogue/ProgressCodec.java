package guanjia.dialogue;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of a flow to and from a plain tree. */
final class ProgressCodec {
    private ProgressCodec() {}

    static Map<String, Object> write(Progress progress) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", progress.flow());
        tree.put("instance", progress.instance());
        tree.put("askedAt", progress.askedAt().toString());
        tree.put(
                "answers",
                progress.answers().entrySet().stream()
                        .map(e -> write(e.getKey(), e.getValue()))
                        .toList());
        tree.put("said", List.copyOf(progress.said()));
        return tree;
    }

    private static Map<String, Object> write(String question, Answer answer) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("question", question);
        tree.put("values", answer.values());
        tree.put("stage", answer.stage().name());
        return tree;
    }

    /** Empty without a flow's name: nothing can be done with it. */
    static Optional<Progress> read(Branch branch) {
        String flow = branch.text("name");
        if (flow.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Branch answer : branch.branches("answers")) {
            // A stage of a later version may have been checked in another way: it is checked anew.
            Answer.Stage stage = answer.constant("stage", Answer.Stage.HEARD);
            answers.put(answer.text("question"), new Answer(answer.texts("values"), stage));
        }
        return Optional.of(new Progress(
                flow,
                branch.text("instance"),
                answers,
                new LinkedHashSet<>(branch.texts("said")),
                instant(branch.text("askedAt"))));
    }

    private static Instant instant(String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeParseException unreadable) {
            return Instant.EPOCH;
        }
    }
}
