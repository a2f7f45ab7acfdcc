package guanjia.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnfoldingTest {
    private static final List<String> PASSAGES = List.of("游泳池每天 7:00 至 21:00 开放,20:30 停止入场");

    private final List<String> shown = new ArrayList<>();
    private final Unfolding unfolding = new Unfolding(PASSAGES, 60, shown::add);

    @Test
    void showsWholeSentencesAsTheyAreWritten() {
        write("{\"answered\": true, \"answer\": \"游泳池", " 21:00 关门", "。", "20:30 停止", "入场。\", \"citations\": [");
        assertThat(shown).containsExactly("游泳池 21:00 关门。", "游泳池 21:00 关门。20:30 停止入场。");
    }

    @Test
    void showsNothingFromTheFirstSentenceOnThatInventsAFigure() {
        write("{\"answer\": \"游泳池 21:00 关门。", "周末 23:00 关门。", "20:30 停止入场。\"");
        assertThat(shown).containsExactly("游泳池 21:00 关门。");
    }

    @Test
    void endsNoEnglishSentenceInsideAFigure() {
        write("{\"answer\": \"It closes at 21:00, not 7", ".00. ", "Ok");
        assertThat(shown).isEmpty();
        new Unfolding(List.of("closes at 9.30 pm"), 60, shown::add).accept("{\"answer\": \"It closes at 9.30 pm. Then");
        assertThat(shown).containsExactly("It closes at 9.30 pm.");
    }

    @Test
    void showsNoMoreThanThereIsRoomFor() {
        write("{\"answer\": \"" + "游".repeat(70) + "。");
        assertThat(shown).isEmpty();
    }

    @Test
    void readsEscapesAlsoWhenTheyAreCutInTwo() {
        assertThat(Unfolding.answer("{\"answer\": \"a\\n\\\"b\\u6e38\\")).isEqualTo("a\n\"b游");
        assertThat(Unfolding.answer("{\"answer\": \"a\\u6e")).isEqualTo("a");
        assertThat(Unfolding.answer("{\"answer\": \"a\\uzzzzb\\t")).isEqualTo("ab ");
        assertThat(Unfolding.answer("{\"answered\": true")).isEmpty();
    }

    private void write(String... parts) {
        for (String part : parts) {
            unfolding.accept(part);
        }
    }
}
