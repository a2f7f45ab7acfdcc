package guanjia.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramModeTest {
    private static final PublicUrl HTTP = new PublicUrl("http://localhost:8080");
    private static final PublicUrl HTTPS = new PublicUrl("https://chat.example.com");

    @ParameterizedTest
    @CsvSource({"polling, POLLING", "'', POLLING", "' Webhook ', WEBHOOK", "POLLING, POLLING"})
    void isReadInAnyCaseAndPollingUnlessTold(String written, TelegramMode mode) {
        assertThat(TelegramMode.of(written)).isEqualTo(mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"push", "web hook", "true", "polling,webhook"})
    void refusesWhatIsNeither(String written) {
        assertThatThrownBy(() -> TelegramMode.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GUANJIA_TELEGRAM_MODE must be polling or webhook.");
    }

    @Test
    void isPushedToOnlyByHttpsUnlessAStandInSpeaksForTelegram() {
        assertThatThrownBy(() -> TelegramMode.WEBHOOK.checkReachableAt(HTTP, false))
                .hasMessageStartingWith("GUANJIA_PUBLIC_URL must be an https address");
        assertThatCode(() -> TelegramMode.WEBHOOK.checkReachableAt(HTTPS, false))
                .doesNotThrowAnyException();
        assertThatCode(() -> TelegramMode.WEBHOOK.checkReachableAt(HTTP, true)).doesNotThrowAnyException();
        assertThatCode(() -> TelegramMode.POLLING.checkReachableAt(HTTP, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat.example.com", "", "ftp://x", "https://", "https://a b"})
    void aPublicAddressIsAWebAddress(String written) {
        assertThatThrownBy(() -> new PublicUrl(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("GUANJIA_PUBLIC_URL must be ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a.b", "密"})
    void aSecretIsWhatTelegramTakes(String written) {
        assertThatThrownBy(() -> new WebhookSecret(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("GUANJIA_TELEGRAM_WEBHOOK_SECRET must be ");
    }
}
