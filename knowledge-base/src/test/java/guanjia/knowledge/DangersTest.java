package guanjia.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DangersTest {
    private static final Normaliser NORMALISER = Normaliser.standard();
    private static final DangerLikeness LIKENESS = Learned.from(
                    NORMALISER, new Vectors(ShippedVectors.standard(), VectorStore.NONE, Fixture.EMBEDDER))
            .dangers();

    private static final Embedder CLOSED = new Embedder(1);

    private final Dangers dangers = new Dangers(Emergencies.standard(), () -> LIKENESS, Fixture.EMBEDDER);

    @BeforeAll
    static void closes() {
        CLOSED.close();
    }

    /** Sentences that neither a rule nor an example was written from: nine of ten, and hardly a false alarm, are the least. */
    @Test
    void recognisesMostDangersThatNothingWasLearnedFrom() throws IOException {
        Path unseen = Path.of("src/test/resources/evaluation/dangers-test.txt");
        List<Map.Entry<String, Boolean>> told = lines(unseen)
                .map(line -> line.split(": ", 2))
                .map(parts -> Map.entry(parts[0], isDanger(parts[1])))
                .toList();

        assertThat(shareTold(told, false)).isGreaterThanOrEqualTo(0.93);
        assertThat(shareTold(told, true)).isLessThanOrEqualTo(0.07);
    }

    /** What is said of a danger goes by its kind: who reports a leak isn't told to lay anybody down. */
    @Test
    void tellsTheKindOfMostDangers() throws IOException {
        List<String[]> recognised = lines(Path.of("src/test/resources/evaluation/dangers-test.txt"))
                .map(line -> line.split(": ", 2))
                .filter(parts -> !parts[0].equals("CALM") && isDanger(parts[1]))
                .toList();

        assertThat(recognised.stream().filter(this::isOfItsKind).count())
                .isGreaterThanOrEqualTo(recognised.size() * 9L / 10);
    }

    private boolean isOfItsKind(String[] parts) {
        return dangers.in(NORMALISER.normal(parts[1]))
                .filter(danger -> danger.kind().name().equals(parts[0]))
                .isPresent();
    }

    @Test
    void keepsTheSentencesOfTheRules() {
        assertThat(Lines.pairs("dangers-ruled.txt"))
                .filteredOn(each -> isDanger(each.getValue()) == each.getKey().equals("CALM"))
                .isEmpty();
    }

    @Test
    void tellsWhichDangerNoRuleForesaw() {
        assertThat(Emergencies.standard().in("抽油烟机里头窜火苗子了")).isEmpty();
        assertThat(dangers.in("抽油烟机里头窜火苗子了")).hasValueSatisfying(danger -> {
            assertThat(danger.kind()).isEqualTo(Emergency.Kind.FIRE);
            assertThat(danger.sign()).startsWith("like: ").doesNotContain("窜火苗子");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "201", "3栋201", "预约", "转人工", "13800001111", "menu", "明天下午", "张三丰", "ok", "2026-11-30"})
    void asksNoModelAboutMenuWordsNumbersAndNames(String words) {
        assertThat(new Dangers(Emergencies.standard(), () -> LIKENESS, CLOSED).in(NORMALISER.normal(words)))
                .isEmpty();
    }

    private boolean isDanger(String words) {
        return dangers.in(NORMALISER.normal(words)).isPresent();
    }

    private static double shareTold(List<Map.Entry<String, Boolean>> told, boolean calm) {
        List<Map.Entry<String, Boolean>> of = told.stream()
                .filter(each -> each.getKey().equals("CALM") == calm)
                .toList();
        return (double) of.stream().filter(Map.Entry::getValue).count() / of.size();
    }

    private static Stream<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> !line.isBlank());
    }
}
