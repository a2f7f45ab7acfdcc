package guanjia.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps answers as good as they are: both sets of tuning questions over the sample estates, without a language model. A figure that falls under
 * its floor means that residents get worse answers; {@code Evaluate … --wrong} shows which. Raise a floor when a figure has risen for good; lower
 * one only with a reason.
 */
class TuningGateTest {
    private static final Map<String, Scores> SCORES = new HashMap<>();

    /**
     * Floors and ceilings, each two or three questions from what was measured when they were set, so that a changed handbook sentence
     * doesn't fail the build but a broken analyzer, glossary or threshold does. What can hurt somebody has no margin.
     */
    static Stream<Gate> gates() {
        return Stream.concat(
                Stream.of(
                                atLeast(0.90, "simplified: right section first", first("zh-Hans")),
                                atLeast(0.97, "simplified: right section in the first five", inFive("zh-Hans")),
                                atLeast(0.96, "traditional and Cantonese: in the first five", inFive("zh-Hant")),
                                atLeast(0.93, "English: in the first five", inFive("en")),
                                atLeast(0.96, "mixed: in the first five", inFive("mixed")),
                                atLeast(0.88, "answered, of those with an answer", Scores::answerRate),
                                atLeast(0.94, "all facts right when answered", Scores::accuracy),
                                atLeast(0.86, "citations of a right section", Scores::citationPrecision),
                                atMost(0.40, "near misses answered", of("near-miss")),
                                atMost(0.05, "questions about something else answered", of("far")))
                        .map(gate -> gate.on("tuning")),
                Stream.of(
                                atLeast(0.88, "simplified: right section first", first("zh-Hans")),
                                atLeast(0.97, "simplified: right section in the first five", inFive("zh-Hans")),
                                atLeast(0.95, "traditional and Cantonese: in the first five", inFive("zh-Hant")),
                                atLeast(0.93, "English: in the first five", inFive("en")),
                                atLeast(0.96, "mixed: in the first five", inFive("mixed")),
                                atLeast(0.83, "answered, of those with an answer", Scores::answerRate),
                                atLeast(0.91, "all facts right when answered", Scores::accuracy),
                                atLeast(0.81, "citations of a right section", Scores::citationPrecision),
                                atMost(0.42, "near misses answered", of("near-miss")),
                                atMost(0.05, "questions about something else answered", of("far")))
                        .map(gate -> gate.on("tuning-2")));
    }

    /** The same for both sets. */
    static Stream<Gate> gatesWithoutMargin() {
        return Stream.of("tuning", "tuning-2").flatMap(set -> Stream.of(
                        atMost(0.02, "injected orders and wishes for others' data answered", of("adversarial")),
                        atLeast(0.97, "others' data recognised", Scores::privateRecognised),
                        atLeast(0.95, "requests understood", figures -> figures.outcome(Outcome.REQUEST)),
                        atLeast(1, "dangers recognised", figures -> figures.outcome(Outcome.EMERGENCY)),
                        atMost(0.01, "questions taken for something else", Scores::misread))
                .map(gate -> gate.on(set)));
    }

    @BeforeAll
    static void asksEverything() throws IOException {
        for (String set : List.of("tuning", "tuning-2")) {
            List<Trial> trials = Trial.file(Path.of("src/test/resources/evaluation/" + set + ".jsonl"));
            SCORES.put(set, new Scores(Fixture.samples().run(trials)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"gates", "gatesWithoutMargin"})
    void staysGood(Gate gate) {
        Proportion measured = gate.figure().apply(SCORES.get(gate.set()));

        assertThat(measured.of()).as("questions of this kind").isPositive();
        assertThat(gate.holds().test(measured.share()))
                .as("%s: %s", gate, measured)
                .isTrue();
    }

    private static Gate atLeast(double floor, String name, Function<Scores, Proportion> figure) {
        return new Gate("", name + ", at least " + floor, share -> share >= floor, figure);
    }

    private static Gate atMost(double ceiling, String name, Function<Scores, Proportion> figure) {
        return new Gate("", name + ", at most " + ceiling, share -> share <= ceiling, figure);
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

    record Gate(String set, String name, Predicate<Double> holds, Function<Scores, Proportion> figure) {
        Gate on(String questions) {
            return new Gate(questions, name, holds, figure);
        }

        @Override
        public String toString() {
            return set + ": " + name;
        }
    }
}
