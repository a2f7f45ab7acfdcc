package guanjia.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
    void knowsChinesePunctuation() {
        assertThat(Sentences.split("水停了吗？停了！几点来；不知道", 6)).containsExactly("水停了吗？", "停了！", "几点来；", "不知道");
        assertThat(Sentences.split("一二三四，五六七", 7)).containsExactly("一二三四，", "五六七");
    }

    @Test
    void keepsTheClosingQuoteWithItsSentence() {
        assertThat(Sentences.split("他说：“停水了。”后来好了", 10)).containsExactly("他说：“停水了。”", "后来好了");
    }

    @Test
    void leavesAnAddressWhole() {
        assertThat(Sentences.split("See https://e.hk/h?a=1;b=2#c for all of it", 34))
                .containsExactly("See https://e.hk/h?a=1;b=2#c for", "all of it");
    }

    /** Whatever the text: nothing is lost but spaces, nothing is too long, no visible character is cut that fits. */
    @Test
    void losesNothingAndCutsNoVisibleCharacterInRandomTexts() {
        String[] bits = {
            "水",
            "。",
            "，",
            "！",
            "？",
            " ",
            "\n",
            "a",
            "z9",
            ".",
            "; ",
            "😀",
            "👨‍👩‍👧‍👦",
            "e\u0301",
            "한",
            "🇭🇰",
            "👍🏽",
            "”",
            "1️⃣",
            "21.50"
        };
        Random random = new Random(20261125);
        for (int round = 0; round < 1_500; round++) {
            StringBuilder built = new StringBuilder();
            for (int i = random.nextInt(1, 200); i > 0; i--) {
                built.append(bits[random.nextInt(bits.length)]);
            }
            String text = built.toString();
            int most = random.nextInt(12, 80);

            List<String> parts = Sentences.split(text, most);

            assertThat(String.join("", parts)).isEqualToIgnoringWhitespace(text);
            assertThat(parts).allMatch(part -> part.length() <= most);
            assertThat(visible(String.join(" ", parts))).isEqualTo(visible(text));
        }
    }

    private static List<String> visible(String text) {
        return Pattern.compile("\\X")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(character -> !character.isBlank())
                .toList();
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertThat(Sentences.split("😀😀😀", 3)).containsExactly("😀", "😀", "😀");
    }
}
