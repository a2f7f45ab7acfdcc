package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stores as a process of their own, seen from outside. */
class StoresMainTest {
    @TempDir
    private Path directory;

    @Test
    void printsItsAddressesRefusesASecondProcessAndLeavesNothingBehind() throws Exception {
        long redis;
        try (OtherJvm first = OtherJvm.run(StoresMain.class, "--dir", directory.toString())) {
            String mongo = first.nextLine();
            String redisUrl = first.nextLine();
            String ready = first.nextLine();
            assertThat(ready)
                    .isEqualTo("ready " + mongo.replace("SPRING_MONGODB_URI=", "") + " "
                            + redisUrl.replace("SPRING_DATA_REDIS_URL=", ""));
            assertThat(ready).matches("ready mongodb://127\\.0\\.0\\.1:\\d+/guanjia redis://127\\.0\\.0\\.1:\\d+");
            redis = redisPid(ready);
            try (OtherJvm second = OtherJvm.run(StoresMain.class, "--dir", directory.toString())) {
                assertThat(second.awaitEnd()).isEqualTo(1);
                assertThat(second.complaints())
                        .isEqualTo("The data directory " + directory + " is in use by another process (process "
                                + first.pid() + "): stop that one, or give this one a directory of its own.");
            }
            assertThat(RedisProcess.isRunning(redis)).isTrue();
            first.terminate();
            assertThat(first.rest()).isEmpty();
        }
        assertThat(RedisProcess.isRunning(redis)).isFalse();
    }

    @Test
    void endedWhileItStartsLeavesNoRedisBehind() throws Exception {
        try (OtherJvm stores = OtherJvm.run(StoresMain.class, "--dir", directory.toString())) {
            Path settings = directory.resolve("redis").resolve("redis.conf");
            await().until(() -> Files.exists(settings));
            stores.terminate();
            int port = Integer.parseInt(Files.readString(settings).replaceFirst("(?s).*\\nport (\\d+)\\n.*", "$1"));
            assertThat(RedisProcess.on(directory.resolve("redis"), port)).isEmpty();
        }
    }

    @Test
    void saysWhatIsWrongWithItsArguments() throws Exception {
        try (OtherJvm stores = OtherJvm.run(StoresMain.class, "--dir", directory.toString(), "--redis-port", "many")) {
            assertThat(stores.awaitEnd()).isEqualTo(1);
            assertThat(stores.complaints()).startsWith("--redis-port must be a number");
        }
    }

    private static long redisPid(String ready) {
        int port = Integer.parseInt(ready.substring(ready.lastIndexOf(':') + 1));
        return RedisProcess.ask(port, RunningStores::redisPid).orElseThrow();
    }
}
