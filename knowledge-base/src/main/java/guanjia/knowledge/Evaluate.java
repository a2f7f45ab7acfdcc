package guanjia.knowledge;

import guanjia.knowledge.reading.UnreadableHandbook;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures the knowledge base on a file of questions: {@code Evaluate <questions.jsonl> <folder with a sub-folder of handbooks for each
 * estate> [--wrong]}. Prints counts with 95 % intervals; with {@code --wrong} also each question that went wrong.
 */
public final class Evaluate {
    private Evaluate() {}

    /** Runs; ends with status 2 when the arguments are wrong. */
    public static void main(String[] arguments) throws IOException, UnreadableHandbook {
        if (arguments.length < 2) {
            System.err.println("Usage: Evaluate <questions.jsonl> <handbook folder> [--wrong]");
            System.exit(2);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> options = List.of(arguments).subList(2, arguments.length);
        try (Embedder embedder = new Embedder(2)) {
            Evaluation evaluation = new Evaluation(Path.of(arguments[1]), KnowledgeSettings.DEFAULT, embedder);
            List<Trial> trials = Trial.file(Path.of(arguments[0]));
            evaluation.run(trials.subList(0, Math.min(30, trials.size())));
            List<Tried> tried = evaluation.run(trials);
            if (options.contains("--wrong")) {
                tried.stream().filter(each -> !isRight(each)).forEach(each -> out.println(wrong(each)));
            }
            out.println(new Scores(tried).table());
        }
    }

    static boolean isRight(Tried tried) {
        Trial trial = tried.trial();
        return switch (trial.expect()) {
            case ANSWERED -> tried.right() && tried.found(1);
            case NOT_FOUND -> tried.answer().outcome() == Outcome.NOT_FOUND && tried.intended();
            case REQUEST, EMERGENCY -> tried.answer().outcome() == trial.expect() && tried.intended();
        };
    }

    private static String wrong(Tried tried) {
        Trial trial = tried.trial();
        return String.format(
                Locale.ROOT,
                "%s %s %s %s [%s] want %s%n   got %s%s lead %.3f coverage %.2f sentence %.3f best %s%s",
                trial.id(),
                trial.language(),
                trial.kind(),
                trial.question(),
                trial.expect() + " " + trial.intent(),
                trial.sections() + " " + trial.facts(),
                tried.answer().outcome(),
                tried.answer().intent().map(intent -> " " + intent).orElse(""),
                tried.found().lead(),
                tried.found().coverage(),
                tried.found().sentence(),
                tried.places().stream().limit(3).toList(),
                tried.answered() ? "\n   text " + tried.answer().text().replace('\n', '/') : "");
    }
}
