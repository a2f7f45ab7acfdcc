package guanjia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guanjia.infra.EmbeddedStores;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
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
}
