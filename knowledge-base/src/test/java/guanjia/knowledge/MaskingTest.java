package guanjia.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "我叫王小明,想问泳池几点开|王小明",
                "我是李雷,物业费怎么交|李雷",
                "电话13800001111怎么改|13800001111",
                "打 +852 5555 0123 找我|5555 0123",
                "身份证440101199001011234丢了|440101199001011234",
                "mail me at a.b@example.com please|a.b@example.com",
                "my name is John Smith, where is the pool|John Smith",
            })
    void hidesPersonalData(String words, String secret) {
        assertThat(Masking.masked(words)).doesNotContain(secret).contains("▇");
    }

    @ParameterizedTest
    @ValueSource(strings = {"我是业主,物业费每月 3.20 元吗", "3栋501 停水了吗", "2026年11月25日 8:30 至 18:00 可以装修吗", "我是新来的租客"})
    void leavesOtherWordsAlone(String words) {
        assertThat(Masking.masked(words)).isEqualTo(words);
    }
}
