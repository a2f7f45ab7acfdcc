package guanjia.dialogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Mermaid flow chart of a flow, found by running it over its options. Deterministic as long as the flow's ports answer the same; shows
 * what can be reached with the answers they give. Names of questions and codes only, no message.
 */
public final class FlowDiagram {
    /** Ends the search in flows of many ways; the flows of an estate need some dozens. */
    static final int MOST_RUNS = 2000;

    /** Of a choice that a port supplies, a few options stand for all; a fixed choice is followed completely. */
    static final int MOST_OPTIONS = 3;

    private final Flow flow;
    private final Situation situation;
    private final Map<String, String> nodes = new LinkedHashMap<>();
    private final Map<String, Map<String, Set<String>>> ways = new LinkedHashMap<>();
    private final Deque<Progress> open = new ArrayDeque<>();

    private FlowDiagram(Flow flow, Situation situation) {
        this.flow = flow;
        this.situation = situation;
    }

    /** The diagram as the text of a Markdown file, with line feeds. */
    public static String markdown(Flow flow, Situation situation) {
        return "# " + flow.name() + "\n\n```mermaid\n" + mermaid(flow, situation) + "```\n";
    }

    /** The diagram in Mermaid's language. */
    public static String mermaid(Flow flow, Situation situation) {
        return new FlowDiagram(flow, situation).draw();
    }

    /** Names of all questions that the flow can ask with what its ports answer, for the check that none changes its meaning. */
    public static List<String> questions(Flow flow, Situation situation) {
        FlowDiagram diagram = new FlowDiagram(flow, situation);
        diagram.explore();
        return diagram.nodes.keySet().stream().filter(n -> !n.startsWith("end")).toList();
    }

    private String draw() {
        explore();
        StringBuilder text = new StringBuilder("flowchart TD\n");
        nodes.forEach(
                (id, shape) -> text.append("    ").append(id).append(shape).append('\n'));
        ways.forEach((from, targets) -> targets.forEach((to, codes) -> text.append("    ")
                .append(from)
                .append(targets.size() == 1 ? " --> " : " -- \"" + String.join(", ", codes) + "\" --> ")
                .append(to)
                .append('\n')));
        return text.toString();
    }

    private void explore() {
        open.add(Progress.begin(flow.name(), "diagram", situation.at()));
        for (int runs = 0; runs < MOST_RUNS && !open.isEmpty(); runs++) {
            Progress progress = open.remove();
            if (Run.of(flow, progress, "", situation) instanceof Run.Paused paused) {
                nodes.putIfAbsent(id(paused), shape(paused.prompt()));
                answers(paused.prompt()).forEach((code, answer) -> follow(paused, code, answer));
            }
        }
    }

    private void follow(Run.Paused from, String code, Answer answer) {
        Progress next = from.progress().with(from.prompt().name(), answer);
        String to =
                switch (Run.of(flow, next, "", situation)) {
                    case Run.Paused paused -> id(paused);
                    case Run.Finished finished -> end(finished.effects());
                };
        boolean isNew = ways.computeIfAbsent(id(from), k -> new LinkedHashMap<>())
                .computeIfAbsent(to, k -> new LinkedHashSet<>())
                .add(code);
        if (isNew) {
            open.add(next);
        }
    }

    private String end(List<Effect> effects) {
        List<String> names =
                effects.stream().map(e -> e.getClass().getSimpleName()).toList();
        String label = names.isEmpty() ? "nothing to do" : String.join(", ", names);
        String id = "end" + (names.isEmpty() ? "" : "_" + String.join("_", names));
        nodes.putIfAbsent(id, "([" + label + "])");
        return id;
    }

    private static String id(Run.Paused paused) {
        return paused.prompt().name();
    }

    private static String shape(Prompt prompt) {
        String name = prompt.name();
        return switch (prompt.question().kind()) {
            case CHOICE -> "{" + name + "}";
            case CONFIRM -> "{{" + name + "?}}";
            case TEXT, NUMBER, CONTACT, PHOTOS -> "[" + name + (prompt.optional() ? ", optional" : "") + "]";
        };
    }

    /** Answers that stand for all, by what is written at the way. */
    private static Map<String, Answer> answers(Prompt prompt) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        switch (prompt) {
            case Prompt.Words<?> words ->
                answers.put("answered", Answer.kept(words.question().example()));
            case Prompt.Choosing<?> choosing -> {
                int most = choosing.question().fixed().isEmpty() ? MOST_OPTIONS : Integer.MAX_VALUE;
                choosing.choices().stream().limit(most).forEach(o -> answers.put(o.code(), Answer.kept(o.code())));
            }
            case Collecting collecting -> answers.put("sent", new Answer(pictures(collecting), Answer.Stage.KEPT));
            case Confirming confirming -> answers.put(Prompt.YES, Answer.kept(confirming.fingerprint()));
        }
        if (prompt.optional()) {
            answers.put("skipped", Answer.skipped());
        }
        return answers;
    }

    private static List<String> pictures(Collecting collecting) {
        List<String> pictures = new ArrayList<>();
        for (int i = 0; i < Math.max(1, collecting.min()); i++) {
            pictures.add("picture" + i);
        }
        return pictures;
    }
}
