package guanjia.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliverySettingsTest {
    private static final Map<String, String> GOOD = Map.of(
            "guanjia.telegram.token", "1:abc",
            "guanjia.twilio.account-sid", "AC1",
            "guanjia.twilio.auth-token", "t",
            "guanjia.twilio.from", "+85230000000",
            "guanjia.public-url", "https://chat.example.com/");

    @Test
    void turnsChannelsOffThatAreNotSet() {
        DeliverySettings settings = DeliverySettings.of(property -> "");

        assertThat(settings.telegram()).isEmpty();
        assertThat(settings.twilio()).isEmpty();
    }

    @Test
    void takesTheProvidersOwnAddressesAndLimitsUnlessTold() {
        DeliverySettings settings = DeliverySettings.of(property -> GOOD.getOrDefault(property, ""));

        assertThat(settings.telegram()).hasValueSatisfying(telegram -> {
            assertThat(telegram.apiUrl()).hasToString("https://api.telegram.org");
            assertThat(telegram.rate()).isEqualTo(30);
        });
        assertThat(settings.twilio()).hasValueSatisfying(twilio -> {
            assertThat(twilio.isTheProvider()).isTrue();
            assertThat(twilio.rate()).isEqualTo(1);
            assertThat(twilio.statusCallback()).hasToString("https://chat.example.com/webhooks/twilio/status");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "guanjia.telegram.token, nonsense, GUANJIA_TELEGRAM_TOKEN",
        "guanjia.telegram.api-url, ftp://x, GUANJIA_TELEGRAM_API_URL",
        "guanjia.telegram.rate, 0, GUANJIA_TELEGRAM_RATE",
        "guanjia.twilio.account-sid, '', GUANJIA_TWILIO_ACCOUNT_SID",
        "guanjia.twilio.auth-token, '', GUANJIA_TWILIO_AUTH_TOKEN",
        "guanjia.twilio.from, 12, GUANJIA_TWILIO_FROM",
        "guanjia.twilio.api-url, not a url, GUANJIA_TWILIO_API_URL",
        "guanjia.telegram.rate, abc, GUANJIA_TELEGRAM_RATE",
        "guanjia.telegram.rate, NaN, GUANJIA_TELEGRAM_RATE",
        "guanjia.telegram.rate, -1, GUANJIA_TELEGRAM_RATE",
        "guanjia.telegram.rate, 30d, GUANJIA_TELEGRAM_RATE",
        "guanjia.telegram.api-url, api.telegram.org, GUANJIA_TELEGRAM_API_URL",
        "guanjia.telegram.api-url, https://u:secret@x.hk, GUANJIA_TELEGRAM_API_URL",
        "guanjia.telegram.api-url, http://x:70000, GUANJIA_TELEGRAM_API_URL",
        "guanjia.twilio.from, '', GUANJIA_TWILIO_FROM",
        "guanjia.twilio.from, 85230000000, GUANJIA_TWILIO_FROM",
        "guanjia.twilio.from, MG12, GUANJIA_TWILIO_FROM",
        "guanjia.twilio.from, Guanjia, GUANJIA_TWILIO_FROM",
        "guanjia.public-url, chat.example.com, GUANJIA_PUBLIC_URL",
        "guanjia.public-url, https://x.hk/?a=1, GUANJIA_PUBLIC_URL",
        "guanjia.public-url, https://, GUANJIA_PUBLIC_URL",
        "guanjia.sms.rate, fast, GUANJIA_SMS_RATE"
    })
    void namesTheVariableThatIsWrong(String property, String value, String variable) {
        Map<String, String> set = new HashMap<>(GOOD);
        set.put(property, value);

        assertThatThrownBy(() -> DeliverySettings.of(name -> set.getOrDefault(name, "")))
                .hasMessageStartingWith(variable + " must be ")
                .message()
                .endsWith(".")
                .satisfies(sentence -> assertThat(value.isEmpty() || !sentence.contains(" " + value + " "))
                        .isTrue());
    }
}
