package guanjia.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsTextTest {
    @ParameterizedTest
    @CsvSource({
        "a, 160, 1", "a, 161, 2", "a, 306, 2", "a, 307, 3", "€, 80, 1", "€, 81, 2",
        "好, 70, 1", "好, 71, 2", "好, 134, 2", "好, 135, 3", "好, 201, 3", "好, 202, 4"
    })
    void countsSegmentsAsCarriersDo(String character, int times, int segments) {
        assertThat(SmsText.segments(character.repeat(times))).isEqualTo(segments);
    }

    @Test
    void putsButtonsInNumberedLinesAndLinksWithTheirAddress() {
        Content content = Content.withButtons(
                "请选择",
                List.of(
                        List.of(new Button("报修", "t1"), new Button("预约", "t2")),
                        List.of(new Button("手册", "https://e.hk/h"))));

        assertThat(SmsText.of(content, "+85251234567")).isEqualTo("请选择\n1 报修\n2 预约\n手册 https://e.hk/h");
    }

    @Test
    void sendsNoAddressToTheMainland() {
        Content content =
                Content.withButtons("见 https://e.hk/h#a。谢谢", List.of(List.of(new Button("手册", "https://e.hk/h"))));

        assertThat(SmsText.of(content, "+8613800138000")).isEqualTo("见。谢谢");
    }

    @Test
    void cutsAtASentenceWhereAReplyIsTooLong() {
        String text = SmsText.of(Content.text("电梯今天检修,请走楼梯。".repeat(30)), "+85251234567");

        assertThat(SmsText.segments(text)).isLessThanOrEqualTo(SmsText.MOST_SEGMENTS);
        assertThat(text).endsWith("请走楼梯。…");
    }

    @Test
    void keepsLatinTextInItsLongerSegments() {
        String text =
                SmsText.of(Content.text("The lift is under repair today, please walk. ".repeat(20)), "+85251234567");

        assertThat(text).endsWith("please walk....").hasSizeGreaterThan(400);
        assertThat(SmsText.segments(text)).isLessThanOrEqualTo(SmsText.MOST_SEGMENTS);
    }

    @Test
    void neverCutsWhatCanBeChosenFrom() {
        List<List<Button>> rows = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> List.of(new Button("颐和花园第" + i + "期", "e" + i)))
                .toList();
        String text = SmsText.of(Content.withButtons("请选择小区。".repeat(40), rows), "+85251234567");

        assertThat(text).startsWith("请选择小区。").contains("…\n1 颐和花园第1期").endsWith("\n12 颐和花园第12期");
        assertThat(SmsText.segments(text)).isLessThanOrEqualTo(SmsText.MOST_SEGMENTS);
    }

    @ParameterizedTest
    @CsvSource({
        "见 https://e.hk/h?a=1#b。谢谢, 见。谢谢",
        "www.e.hk看, 看",
        "看e.hk/h吧, 看吧",
        "HTTP://E.HK 好, ' 好'",
        "See https://e.hk/h. Thanks, See. Thanks",
        "月费 21.50/户, 月费 21.50/户",
        "3.5 m/s, 3.5 m/s"
    })
    void leavesAddressesOutForTheMainland(String words, String sent) {
        assertThat(SmsText.of(Content.text(words), "+8613800138000")).isEqualTo(sent.strip());
    }

    @Test
    void holdsItsPromisesForRandomTexts() {
        String[] bits = {
            "水", "。", "，", "!", " ", "\n", "lift ", "€", "😀", "e\u0301", "https://e.hk/a?b=1 ", "21.50", "[", "？"
        };
        Random random = new Random(20261125);
        for (int round = 0; round < 800; round++) {
            StringBuilder built = new StringBuilder("好");
            for (int i = random.nextInt(1, 400); i > 0; i--) {
                built.append(bits[random.nextInt(bits.length)]);
            }
            String mainland = SmsText.of(Content.text(built.toString()), "+8613800138000");
            String abroad = SmsText.of(Content.text(built.toString()), "+85251234567");

            assertThat(mainland).doesNotContain("http", "e.hk");
            for (String sent : List.of(mainland, abroad)) {
                assertThat(SmsText.segments(sent)).isBetween(1, SmsText.MOST_SEGMENTS);
                assertThat(sent.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
                        .isTrue();
            }
        }
    }

    @Test
    void cutsWithoutSentencesTooAndKeepsCharactersWhole() {
        String text = SmsText.of(Content.text("😀".repeat(300)), "+85251234567");

        assertThat(SmsText.segments(text)).isLessThanOrEqualTo(SmsText.MOST_SEGMENTS);
        assertThat(text.replace("😀", "")).isEqualTo("…");
    }
}
