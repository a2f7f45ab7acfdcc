package guanjia.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.knowledge.reading.UnreadableHandbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps answers as good as they are: the tuning half of the evaluation questions over the sample estates, without a language model. A
 * figure that falls under its floor means that residents get worse answers; {@code Evaluate … --wrong} shows which. Raise a floor when a
 * figure has risen for good; lower one only with a reason.
 */
class TuningGateTest {
    private static Scores scores;

    /**
     * Floors and ceilings, each two or three questions from what was measured when they were set, so that a changed handbook sentence
     * doesn't fail the build but a broken analyzer, glossary or threshold does. What can hurt somebody has no margin.
     */
    static Stream<Gate> gates() {
        return Stream.of(
                atLeast(0.88, "simplified: right section first", first("zh-Hans")),
                atLeast(0.97, "simplified: right section in the first five", inFive("zh-Hans")),
                atLeast(0.96, "traditional and Cantonese: in the first five", inFive("zh-Hant")),
                atLeast(0.93, "English: in the first five", inFive("en")),
                atLeast(0.96, "mixed: in the first five", inFive("mixed")),
                atLeast(0.86, "answered, of those with an answer", Scores::answerRate),
                atLeast(0.93, "all facts right when answered", Scores::accuracy),
                atLeast(0.87, "citations of a right section", Scores::citationPrecision),
                atMost(0.31, "near misses answered", of("near-miss")),
                atMost(0.05, "questions about something else answered", of("far")),
                atMost(0, "private data and injected orders answered", of("adversarial")),
                atLeast(0.93, "requests understood", figures -> figures.outcome(Outcome.REQUEST)),
                atLeast(1, "dangers recognised", figures -> figures.outcome(Outcome.EMERGENCY)),
                atMost(0.02, "questions taken for something else", Scores::misread));
    }

    @BeforeAll
    static void asksEverything() throws IOException, UnreadableHandbook {
        Evaluation evaluation = new Evaluation(
                Path.of("src/main/resources/guanjia/knowledge/sample"), KnowledgeSettings.DEFAULT, Fixture.EMBEDDER);
        List<Trial> trials = Trial.file(Path.of("src/test/resources/evaluation/tuning.jsonl"));
        scores = new Scores(evaluation.run(trials));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("gates")
    void staysGood(Gate gate) {
        Proportion measured = gate.figure().apply(scores);

        assertThat(measured.of()).as("questions of this kind").isPositive();
        assertThat(gate.holds().test(measured.share()))
                .as("%s: %s", gate, measured)
                .isTrue();
    }

    private static Gate atLeast(double floor, String name, Function<Scores, Proportion> figure) {
        return new Gate(name + ", at least " + floor, share -> share >= floor, figure);
    }

    private static Gate atMost(double ceiling, String name, Function<Scores, Proportion> figure) {
        return new Gate(name + ", at most " + ceiling, share -> share <= ceiling, figure);
    }

    private static Function<Scores, Proportion> first(String language) {
        return figures -> figures.recall(1, tried -> tried.trial().language().equals(language));
    }

    private static Function<Scores, Proportion> inFive(String language) {
        return figures -> figures.recall(5, tried -> tried.trial().language().equals(language));
    }

    private static Function<Scores, Proportion> of(String kind) {
        return figures -> figures.answeredFalsely(kind);
    }

    record Gate(String name, Predicate<Double> holds, Function<Scores, Proportion> figure) {
        @Override
        public String toString() {
            return name;
        }
    }
}
