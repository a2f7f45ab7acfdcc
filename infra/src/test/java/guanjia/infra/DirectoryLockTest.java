package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {
    private static final int REFUSED = 3;

    @TempDir
    private Path directory;

    @Test
    void aSecondHolderInThisProcessIsRefusedAndOtherProcessesStillAre() throws Exception {
        try (DirectoryLock held = DirectoryLock.take(directory)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> DirectoryLock.take(directory)).isInstanceOf(DataDirectoryInUse.class);
            assertThat(inAnotherProcess()).isEqualTo(REFUSED);
        }
        assertThat(inAnotherProcess()).isZero();
    }

    @Test
    void aDirectoryThatWasLetGoCanBeTakenAgain() throws Exception {
        DirectoryLock.take(directory).close();
        DirectoryLock.take(directory).close();
    }

    private int inAnotherProcess() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Taker.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return other.exitValue();
    }

    /** Tries to take the directory and says by its exit status whether it could. */
    static final class Taker {
        public static void main(String[] arguments) throws Exception {
            try {
                DirectoryLock.take(Path.of(arguments[0]));
                System.exit(0);
            } catch (DataDirectoryInUse refused) {
                System.exit(REFUSED);
            }
        }
    }
}
