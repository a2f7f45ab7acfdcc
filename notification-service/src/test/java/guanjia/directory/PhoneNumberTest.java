package guanjia.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "+85255501234, true",
        "+8617000012345, true",
        "+85255511234, false",
        "+8617000112345, false",
        "+852555012345, false",
        "+8613800138000, false",
        "+861700001234, false"
    })
    void knowsTheRangesOfSamples(String number, boolean sample) {
        assertThat(new PhoneNumber(number).isSample()).isEqualTo(sample);
    }

    @ParameterizedTest
    @CsvSource({
        "138 0013 8000, CN, +8613800138000",
        "138-0013-8000, CN, +8613800138000",
        "１３８００１３８０００, CN, +8613800138000",
        "0086 138 0013 8000, CN, +8613800138000",
        "+852 5550 1234, CN, +85255501234",
        "(852) 5550-1234, HK, +85255501234",
        "5550 1234, HK, +85255501234",
        "17000012345, CN, +8617000012345"
    })
    void readsNumbersAsPeopleWriteThem(String written, String region, String e164) {
        assertThat(PhoneNumber.parse(written, region)).contains(new PhoneNumber(e164));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1.38E+10", "123", "1-800-FLOWERS", "138001380001380013800"})
    void refusesWhatIsNoNumber(String written) {
        assertThat(PhoneNumber.parse(written, "CN")).isEmpty();
    }

    @Test
    void isNeverShownWhole() {
        assertThat(new PhoneNumber("+8613800138000")).asString().doesNotContain("13800138");
    }

    @Test
    void samplesAreNeverPaidFor() {
        Estate.Sms sms = new Estate.Sms(java.util.Optional.empty(), Set.of("CN", "HK"));
        assertThat(sms.allows(new PhoneNumber("+8617000012345"))).isFalse();
        assertThat(sms.allows(new PhoneNumber("+8613800138000"))).isTrue();
        assertThat(sms.allows(new PhoneNumber("+12025550123"))).isFalse();
    }
}
