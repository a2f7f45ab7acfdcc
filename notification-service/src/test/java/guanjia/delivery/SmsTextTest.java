package guanjia.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void cutsWithoutSentencesTooAndKeepsCharactersWhole() {
        String text = SmsText.of(Content.text("😀".repeat(300)), "+85251234567");

        assertThat(SmsText.segments(text)).isLessThanOrEqualTo(SmsText.MOST_SEGMENTS);
        assertThat(text.replace("😀", "")).isEqualTo("…");
    }
}
