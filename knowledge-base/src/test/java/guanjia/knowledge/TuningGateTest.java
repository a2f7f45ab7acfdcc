package guanjia.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps answers as good as they are: every other tuning question of all sets over the sample estates, without a language model. A figure that
 * falls under its floor means that residents get worse answers; {@code Evaluate … --wrong} shows which. Raise a floor when a figure has risen
 * for good; lower one only with a reason.
 */
class TuningGateTest {
    private static final List<String> SETS =
            List.of("tuning", "tuning-2", "tuning-3", "tuning-4", "tuning-5", "tuning-6");

    private static Scores scores = new Scores(List.of());

    /**
     * Floors and ceilings, each a few questions from what was measured when they were set, so that a changed handbook sentence doesn't
     * fail the build but a broken analyzer, glossary or threshold does.
     */
    static Stream<Gate> gates() {
        return Stream.of(
                atLeast(0.91, "simplified: right section first", first("zh-Hans")),
                atLeast(0.975, "simplified: right section in the first five", inFive("zh-Hans")),
                atLeast(0.86, "traditional and Cantonese: right section first", first("zh-Hant")),
                atLeast(0.96, "traditional and Cantonese: in the first five", inFive("zh-Hant")),
                atLeast(0.82, "English: right section first", first("en")),
                atLeast(0.97, "English: in the first five", inFive("en")),
                atLeast(0.86, "mixed: right section first", first("mixed")),
                atLeast(0.97, "mixed: in the first five", inFive("mixed")),
                atLeast(0.92, "answered, of those with an answer", Scores::answerRate),
                atLeast(0.93, "all facts right when answered", Scores::accuracy),
                atLeast(0.93, "citations of a right section, of answerable questions", Scores::citationPrecision),
                atLeast(0.89, "citations of a right section, of all", Scores::citationPrecisionOfAll),
                atMost(0.23, "near misses answered", of("near-miss")),
                atMost(0.03, "questions about something else answered", of("far")));
    }

    /** What can hurt somebody, without a margin. */
    static Stream<Gate> gatesWithoutMargin() {
        return Stream.of(
                atMost(0, "injected orders and wishes for others' data answered", of("adversarial")),
                atLeast(1, "others' data recognised", Scores::privateRecognised),
                atLeast(0.98, "requests understood", figures -> figures.outcome(Outcome.REQUEST)),
                atLeast(1, "dangers recognised", figures -> figures.outcome(Outcome.EMERGENCY)),
                atMost(0.01, "questions taken for something else", Scores::misread));
    }

    @BeforeAll
    static void asksEveryOtherQuestion() throws IOException {
        List<Trial> trials = new ArrayList<>();
        for (String set : SETS) {
            List<Trial> all = Trial.file(Path.of("src/test/resources/evaluation/" + set + ".jsonl"));
            for (int place = 0; place < all.size(); place += 2) {
                trials.add(all.get(place));
            }
        }
        scores = new Scores(Fixture.samples().run(trials));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"gates", "gatesWithoutMargin"})
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
