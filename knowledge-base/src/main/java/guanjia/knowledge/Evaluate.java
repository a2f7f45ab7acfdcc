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
 * estate> [--wrong | --signals]}. Prints counts with 95 % intervals; with {@code --wrong} also each question that went wrong, with
 * {@code --signals} the raw signals of every question for fitting the abstention's weights.
 */
public final class Evaluate {
    private Evaluate() {}

    /** Runs; ends with status 2 when the arguments are wrong. */
    public static void main(String[] arguments) throws IOException, UnreadableHandbook {
        if (arguments.length < 2) {
            System.err.println("Usage: Evaluate <questions.jsonl> <handbook folder> [--wrong|--signals]");
            System.exit(2);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> options = List.of(arguments).subList(2, arguments.length);
        try (Embedder embedder = new Embedder(2)) {
            Evaluation evaluation = new Evaluation(Path.of(arguments[1]), KnowledgeSettings.DEFAULT, embedder);
            List<Trial> trials = Trial.file(Path.of(arguments[0]));
            evaluation.run(trials.subList(0, Math.min(30, trials.size())));
            List<Tried> tried = evaluation.run(trials);
            if (options.contains("--signals")) {
                tried.forEach(each -> out.println(signals(each)));
            }
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
                "%s %s %s %s [%s] want %s%n   got %s%s cos %.3f margin %.3f coverage %.2f sentence %.3f best %s%s",
                trial.id(),
                trial.language(),
                trial.kind(),
                trial.question(),
                trial.expect() + " " + trial.intent(),
                trial.sections() + " " + trial.facts(),
                tried.answer().outcome(),
                tried.answer().intent().map(intent -> " " + intent).orElse(""),
                tried.found().cosine(),
                tried.found().margin(),
                tried.found().coverage(),
                tried.found().sentence(),
                tried.places().stream().limit(3).toList(),
                tried.answered() ? "\n   text " + tried.answer().text().replace('\n', '/') : "");
    }

    private static String signals(Tried tried) {
        return String.format(
                Locale.ROOT,
                "SIGNALS\t%s\t%s\t%s\t%s\t%d\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%s\t%s\t%s",
                tried.trial().id(),
                tried.trial().language(),
                tried.trial().kind(),
                tried.trial().expect(),
                tried.found(1) ? 1 : 0,
                tried.found().cosine(),
                tried.found().margin(),
                tried.found().lead(),
                tried.found().coverage(),
                tried.found().sentence(),
                tried.answer().outcome(),
                tried.fits(),
                tried.answer().intent().map(Enum::name).orElse("-"));
    }
}
