package guanjia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guanjia.infra.EmbeddedStores;
import guanjia.infra.TestStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartRefusalTest {
    private static final String TELEGRAM = "--guanjia.telegram.token=1:abc";
    private static final String TWILIO =
            "--guanjia.twilio.account-sid=AC1 --guanjia.twilio.auth-token=t0ken --guanjia.twilio.from=+85230000000";

    @TempDir
    private Path directory;

    @Test
    void aDirectoryInUseIsToldInOneSentenceWithoutAStackTrace(CapturedOutput screen) {
        EmbeddedStores stores = EmbeddedStores.start(directory);
        try {
            assertThatThrownBy(() -> SpringApplication.run(Guanjia.class, "--guanjia.data-dir=" + directory))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            stores.close();
        }
        assertThat(screen.getAll()).contains("is in use by another process").doesNotContain("\tat ");
    }

    @Test
    void aWrongRoleIsToldInOneSentenceThatNamesTheVariable(CapturedOutput screen) {
        assertThatThrownBy(() -> SpringApplication.run(
                        Guanjia.class, "--guanjia.data-dir=" + directory, "--guanjia.roles=bot,cook"))
                .isInstanceOf(RuntimeException.class);
        assertThat(screen.getAll())
                .contains("GUANJIA_ROLES must be one or more of bot, notifier and console, separated by commas.")
                .doesNotContain("\tat ");
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GUANJIA_TELEGRAM_TOKEN must be | --guanjia.telegram.token=nonsense",
                "GUANJIA_TELEGRAM_API_URL must be | " + TELEGRAM + " --guanjia.telegram.api-url=ftp://x",
                "GUANJIA_TELEGRAM_RATE must be | " + TELEGRAM + " --guanjia.telegram.rate=abc",
                "GUANJIA_TELEGRAM_MODE must be polling or webhook. | " + TELEGRAM + " --guanjia.telegram.mode=push",
                "GUANJIA_PUBLIC_URL must be an https address | " + TELEGRAM
                        + " --guanjia.telegram.mode=webhook --guanjia.public-url=http://chat.example.com",
                "GUANJIA_TELEGRAM_WEBHOOK_SECRET must be | " + TELEGRAM + " --guanjia.telegram.webhook-secret=a.b",
                "GUANJIA_PUBLIC_URL must be | --guanjia.public-url=chat.example.com",
                "GUANJIA_TWILIO_AUTH_TOKEN must be set together | --guanjia.twilio.account-sid=AC1",
                "GUANJIA_TWILIO_ACCOUNT_SID must be set together | --guanjia.twilio.auth-token=t0ken",
                "GUANJIA_TWILIO_FROM must be | " + TWILIO + " --guanjia.twilio.from=852300",
                "GUANJIA_TWILIO_API_URL must be | " + TWILIO + " --guanjia.twilio.api-url=twilio",
                "GUANJIA_SMS_RATE must be | " + TWILIO + " --guanjia.sms.rate=0",
                "GUANJIA_CLOCK must be | --guanjia.clock=tomorrow"
            })
    void aWrongSettingIsToldInOneSentenceNamingTheVariable(String sentence, String settings, CapturedOutput screen) {
        List<String> arguments = new ArrayList<>(List.of(settings.split(" ")));
        arguments.add("--server.port=0");
        arguments.add("--spring.mongodb.uri=" + TestStores.mongoUri().replaceAll("/[^/]*$", "/" + UUID.randomUUID()));
        arguments.add("--spring.data.redis.url=" + TestStores.redisUri());

        assertThatThrownBy(() -> SpringApplication.run(Guanjia.class, arguments.toArray(String[]::new)))
                .isInstanceOf(RuntimeException.class);

        assertThat(screen.getAll()).containsOnlyOnce(sentence).doesNotContain("\tat ", "t0ken");
    }
}
