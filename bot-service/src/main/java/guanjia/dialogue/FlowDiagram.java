package guanjia.dialogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A Mermaid flow chart of a flow, found by running it over its options. Deterministic as long as the flow's ports answer the same; shows
 * what can be reached with the answers they give. Names of questions and codes only, no message.
 */
public final class FlowDiagram {
    /** Ends the search in flows of many ways; the flows of an estate need some dozens. */
    static final int MOST_RUNS = 2000;

    /** Of a choice that a port supplies, a few options stand for all; a fixed choice is followed completely. */
    static final int MOST_OPTIONS = 3;

    private static final String END = "finish";

    private final Flow flow;
    private final Situation situation;
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, String> nodes = new LinkedHashMap<>();
    private final Map<String, Map<String, Way>> ways = new LinkedHashMap<>();
    private final Deque<Path> open = new ArrayDeque<>();

    /** Answers on the way to a question. @param labels of the answers, by question */
    private record Path(Progress progress, Map<String, String> labels) {
        Path with(String question, Answer answer, String label) {
            Map<String, String> more = new LinkedHashMap<>(labels);
            more.put(question, label);
            return new Path(progress.with(question, answer), more);
        }
    }

    /** A way from one question to the next. @param labels of all answers that led along it, by question */
    private record Way(Map<String, Set<String>> labels) {
        /** Whether a label of this question is new. */
        boolean add(Path path, String question) {
            boolean[] isNew = {false};
            path.labels()
                    .forEach((name, label) -> isNew[0] |=
                            labels.computeIfAbsent(name, k -> new TreeSet<>()).add(label) && name.equals(question));
            return isNew[0];
        }

        boolean isToldApartBy(String question, Way other) {
            return Collections.disjoint(of(question), other.of(question));
        }

        Set<String> of(String question) {
            return labels.getOrDefault(question, Set.of());
        }
    }

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
        return List.copyOf(diagram.names);
    }

    private String draw() {
        explore();
        StringBuilder text = new StringBuilder("flowchart TD\n");
        nodes.forEach(
                (id, shape) -> text.append("    ").append(id).append(shape).append('\n'));
        ways.forEach((from, targets) -> targets.forEach((to, way) -> text.append("    ")
                .append(id(from))
                .append(targets.size() == 1 ? " --> " : " -- \"" + label(from, way, targets.values()) + "\" --> ")
                .append(to)
                .append('\n')));
        return text.toString();
    }

    /** The answers that decide for this way: to the question itself, else to the latest earlier one that tells the ways apart. */
    private static String label(String from, Way way, Collection<Way> all) {
        List<String> earlier = List.copyOf(way.labels().keySet()).reversed();
        Stream<String> questions = Stream.concat(Stream.of(from), earlier.stream());
        String deciding = questions
                .filter(q -> all.stream().allMatch(w -> w == way || w.isToldApartBy(q, way)))
                .findFirst()
                .orElse(from);
        String codes = String.join(", ", way.of(deciding)).replace('"', '\'');
        return deciding.equals(from) ? codes : deciding + ": " + codes;
    }

    private void explore() {
        open.add(new Path(Progress.begin(flow.name(), "diagram", situation.at()), Map.of()));
        for (int runs = 0; runs < MOST_RUNS && !open.isEmpty(); runs++) {
            Path path = open.remove();
            if (Run.of(flow, path.progress(), "", situation) instanceof Run.Paused paused) {
                String name = paused.prompt().name();
                names.add(name);
                nodes.putIfAbsent(id(name), shape(paused.prompt()));
                answers(paused.prompt()).forEach((label, answer) -> follow(name, path.with(name, answer, label)));
            }
        }
    }

    private void follow(String from, Path path) {
        String to =
                switch (Run.of(flow, path.progress(), "", situation)) {
                    case Run.Paused paused -> id(paused.prompt().name());
                    case Run.Finished finished -> end(finished.effects());
                };
        boolean isNew = ways.computeIfAbsent(from, k -> new LinkedHashMap<>())
                .computeIfAbsent(to, k -> new Way(new LinkedHashMap<>()))
                .add(path, from);
        // New ways first: they reach the end before the bound in flows of many ways. The known ones still follow,
        // because an answer may
        // decide much later.
        if (isNew) {
            open.addFirst(path);
        } else {
            open.addLast(path);
        }
    }

    private String end(List<Effect> effects) {
        List<String> names =
                effects.stream().map(e -> e.getClass().getSimpleName()).toList();
        String label = names.isEmpty() ? "nothing to do" : String.join(", ", names);
        String id = names.isEmpty() ? END : END + "_" + String.join("_", names);
        nodes.putIfAbsent(id, "([\"" + label + "\"])");
        return id;
    }

    /** Mermaid trips over words of its own (end, class, style) and dashes. */
    private static String id(String question) {
        return "q_" + question.replace('-', '_');
    }

    private static String shape(Prompt prompt) {
        String name = prompt.name() + (prompt.optional() ? ", optional" : "");
        return switch (prompt.question().kind()) {
            case CHOICE -> "{\"" + name + "\"}";
            case CONFIRM -> "{{\"" + name + "?\"}}";
            case TEXT, NUMBER, CONTACT, PHOTOS -> "[\"" + name + "\"]";
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
