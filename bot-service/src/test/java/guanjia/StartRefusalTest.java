package guanjia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guanjia.infra.EmbeddedStores;
import guanjia.infra.TestStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** The rules themselves are tested beside them; here is how a refusal of each place is told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GUANJIA_TELEGRAM_RATE must be | --guanjia.telegram.token=1:abc --guanjia.telegram.rate=abc",
                "GUANJIA_TELEGRAM_MODE must be polling or webhook. | --guanjia.telegram.token=1:abc --guanjia.telegram.mode=push",
                "GUANJIA_TWILIO_AUTH_TOKEN must be set together | --guanjia.twilio.account-sid=AC1",
                "GUANJIA_PUBLIC_URL must be | --guanjia.public-url=chat.example.com",
                "GUANJIA_CLOCK must be | --guanjia.clock=tomorrow"
            })
    void aWrongSettingIsToldInOneSentenceNamingTheVariable(String sentence, String settings, CapturedOutput screen) {
        List<String> arguments = new ArrayList<>(List.of(settings.split(" ")));
        arguments.add("--server.port=0");
        arguments.add("--spring.mongodb.uri=" + TestStores.freshMongoUri());
        arguments.add("--spring.data.redis.url=" + TestStores.redisUri());

        assertThatThrownBy(() -> SpringApplication.run(Guanjia.class, arguments.toArray(String[]::new)))
                .isInstanceOf(RuntimeException.class);

        assertThat(screen.getAll()).containsOnlyOnce(sentence).doesNotContain("\tat ");
    }
}
