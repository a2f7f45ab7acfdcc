package guanjia.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a model word the answer from the five best sections and believes nothing of it: each citation must exist and its quote stand in it,
 * each figure and address must stand in a cited section, the length must fit. What fails is dropped for the extract. Personal data is masked
 * before the question leaves.
 */
final class GroundedWording implements Wordsmith {
    /** Changes with the prompt's words, so that logs tell which one an answer came from. */
    static final String PROMPT = "answer-1";

    private static final Logger LOG = LoggerFactory.getLogger(GroundedWording.class);
    private static final int PASSAGES = 5;
    /** Below this even the best section has nothing to do with the question, and no model is asked. */
    private static final double LEAST_LIKENESS = 0.45;
    /** Latin script needs about this much more room for the same content. */
    private static final double LATIN_ROOM = 2.5;

    private final LanguageModel model;
    private final String rules = Lines.text("prompts/" + PROMPT + ".txt");

    GroundedWording(LanguageModel model) {
        this.model = model;
    }

    @Override
    public Optional<Answer> word(
            Question question, Asked asked, List<Finding.Result> results, Optional<Consumer<String>> watcher) {
        Map<String, Indexed> passages = passages(results);
        double likeness = results.stream()
                .mapToDouble(result -> result.found().cosine())
                .max()
                .orElse(0);
        if (passages.isEmpty() || likeness < LEAST_LIKENESS) {
            return Optional.empty();
        }
        int room = room(question);
        String told = rules.replace("{longest}", String.valueOf(room));
        List<String> texts =
                passages.values().stream().map(GroundedWording::text).toList();
        String asking = prompt(question, passages);
        Optional<String> reply = watcher.map(soFar -> model.ask(told, asking, new Unfolding(texts, room, soFar)))
                .orElseGet(() -> model.ask(told, asking));
        return reply.flatMap(Draft::read).flatMap(draft -> judged(draft, passages, results, room));
    }

    private static Optional<Answer> judged(
            Draft draft, Map<String, Indexed> passages, List<Finding.Result> results, int room) {
        double confidence =
                results.stream().mapToDouble(Finding.Result::confidence).max().orElse(0);
        if (!draft.answered()) {
            return Optional.of(
                    Answer.notFound(confidence, results.getFirst().found().titles(3)));
        }
        Optional<String> fault = fault(draft, passages, room);
        fault.ifPresent(what -> LOG.info("Prompt {}: the model's answer was dropped, {}", PROMPT, what));
        return fault.isPresent() ? Optional.empty() : Optional.of(answer(draft, passages, confidence));
    }

    private static Optional<String> fault(Draft draft, Map<String, Indexed> passages, int room) {
        if (draft.answer().isBlank() || draft.citations().isEmpty()) {
            return Optional.of("it was empty or cited nothing");
        }
        if (draft.answer().length() > room) {
            return Optional.of("it was too long");
        }
        boolean quoted = draft.citations().stream().allMatch(source -> {
            Indexed passage = passages.get(source.section());
            return passage != null
                    && Grounding.quotes(
                            source.quote(), passage.entry().section().text());
        });
        if (!quoted) {
            return Optional.of("a citation or its quote doesn't exist");
        }
        List<String> cited = draft.citations().stream()
                .map(source -> text(Objects.requireNonNull(passages.get(source.section()))))
                .toList();
        return Grounding.stands(draft.answer(), cited)
                ? Optional.empty()
                : Optional.of("a figure in it stands in no cited passage");
    }

    private static Answer answer(Draft draft, Map<String, Indexed> passages, double confidence) {
        Map<String, Citation> citations = new LinkedHashMap<>();
        draft.citations()
                .forEach(source -> citations.computeIfAbsent(
                        source.section(),
                        id -> Objects.requireNonNull(passages.get(id)).entry().cited(source.quote())));
        return Answer.found(draft.answer(), confidence, List.copyOf(citations.values()), Answer.Wording.MODEL);
    }

    private static Map<String, Indexed> passages(List<Finding.Result> results) {
        List<Indexed> best = results.stream()
                .flatMap(result -> result.found().hits().stream().limit(results.size() == 1 ? PASSAGES : 3))
                .map(Found.Hit::section)
                .distinct()
                .limit(PASSAGES)
                .toList();
        Map<String, Indexed> numbered = new LinkedHashMap<>();
        best.forEach(section -> numbered.put("S" + (numbered.size() + 1), section));
        return numbered;
    }

    private static String prompt(Question question, Map<String, Indexed> passages) {
        String told = passages.entrySet().stream()
                .map(each -> "[" + each.getKey() + "] " + text(each.getValue()))
                .collect(Collectors.joining("\n\n"));
        return "Passages:\n" + told + "\n\nLanguage of the answer: "
                + question.language().toLanguageTag() + " ("
                + question.language().getDisplayName(Locale.ENGLISH) + ")\nQuestion: "
                + Masking.masked(question.text());
    }

    private static String text(Indexed passage) {
        Section section = passage.entry().section();
        String path = section.path().isEmpty() ? "" : String.join(" › ", section.path()) + " › ";
        return path + section.title() + "\n" + section.text();
    }

    private static int room(Question question) {
        boolean latin = !List.of("zh", "ja", "yue").contains(question.language().getLanguage());
        double room = question.longest() < Question.SCREEN ? question.longest() : question.longest() * 2.0;
        return (int) (latin ? room * LATIN_ROOM : room);
    }
}
