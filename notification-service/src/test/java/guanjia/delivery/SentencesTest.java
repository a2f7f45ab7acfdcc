package guanjia.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void leavesAShortTextWhole() {
        assertThat(Sentences.split("泳池 21:00 关。", 4096)).containsExactly("泳池 21:00 关。");
    }

    @Test
    void cutsAfterASentence() {
        assertThat(Sentences.split("一二三。四五六。七八九。", 9)).containsExactly("一二三。四五六。", "七八九。");
    }

    @Test
    void doesNotTakeADecimalPointForAnEnd() {
        assertThat(Sentences.split("Pay 21.50 now. Then go", 16)).containsExactly("Pay 21.50 now.", "Then go");
    }

    @Test
    void cutsAfterASpaceWhereNoSentenceEnds() {
        assertThat(Sentences.split("aaaa bbbb cccc", 11)).containsExactly("aaaa bbbb", "cccc");
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertThat(Sentences.split("😀😀😀", 3)).containsExactly("😀", "😀", "😀");
    }
}
