package guanjia.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroundingTest {
    private static final List<String> PASSAGES = List.of(
            "游泳池每天 07:00 至 21:00 开放,成人每次 30 元,提前三天预约,电话 020-5550-0100,详见 https://yihe.example/pool 。押金 1,000 元。");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "泳池 7:00 开门,21:00 关。",
                "The pool is open from 7:00 to 21:00.",
                "请提前 3 天预约,每次三十元。",
                "Please book three days ahead, call 020 5550 0100.",
                "押金 1000 元。",
                "可以看 https://yihe.example/pool",
            })
    void letsThroughWhatStandsThere(String words) {
        assertThat(Grounding.stands(words, PASSAGES)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "泳池 22:00 关。",
                "The pool closes at 9 pm.",
                "每次五十元。",
                "Please book five days ahead.",
                "电话 020-5550-0199。",
                "电话 0100-5550-020。",
                "可以看 https://evil.example/pool",
            })
    void stopsWhatIsInvented(String words) {
        assertThat(Grounding.stands(words, PASSAGES)).isFalse();
    }

    @Test
    void acceptsAQuoteWhateverItsSpacesAndWidth() {
        assertThat(Grounding.quotes("每天07:00至21:00开放", PASSAGES.getFirst())).isTrue();
        assertThat(Grounding.quotes("每天08:00开放", PASSAGES.getFirst())).isFalse();
        assertThat(Grounding.quotes("", PASSAGES.getFirst())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"十五,15", "两百三十,230", "一万二千,12000", "二十,20", "七,7", "一百零五,105"})
    void readsChineseNumerals(String numeral, long value) {
        assertThat(Grounding.value(numeral)).isEqualTo(value);
    }
}
