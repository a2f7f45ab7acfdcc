package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of all redis-servers on the machine only the one that works on the directory is ever ended. */
class EmbeddedRedisTest {
    @TempDir
    private Path directory;

    @TempDir
    private Path elsewhere;

    @Test
    void theNextStartEndsExactlyTheServerThatWasLeftBehind() throws Exception {
        try (EmbeddedRedis foreign = EmbeddedRedis.start(elsewhere, 0)) {
            EmbeddedRedis left = EmbeddedRedis.start(directory, 0);
            long orphan = pid(left.port());
            RedisProcess.ask(left.port(), redis -> redis.set("kept", "1"));
            try (EmbeddedRedis next = EmbeddedRedis.start(directory, 0)) {
                assertThat(next.endedOrphan()).hasValue(orphan);
                assertThat(RedisProcess.isRunning(orphan)).isFalse();
                assertThat(RedisProcess.ask(next.port(), redis -> redis.get("kept")))
                        .hasValue("1");
                assertThat(RedisProcess.ask(foreign.port(), RedisCommands::ping))
                        .hasValue("PONG");
                left.close();
                assertThat(RedisProcess.ask(next.port(), RedisCommands::ping))
                        .as("closing the old one again")
                        .hasValue("PONG");
            }
        }
    }

    @Test
    void aStalePidFileAndPortOfAnotherDirectorysServerLeaveThatServerAlone() throws Exception {
        try (EmbeddedRedis foreign = EmbeddedRedis.start(elsewhere, 0)) {
            Files.writeString(directory.resolve("redis.pid"), Long.toString(pid(foreign.port())));
            Files.writeString(directory.resolve("redis.conf"), "port " + foreign.port() + "\n");
            try (EmbeddedRedis own = EmbeddedRedis.start(directory, 0)) {
                assertThat(own.endedOrphan()).isEmpty();
                assertThat(own.port()).isNotEqualTo(foreign.port());
                assertThat(RedisProcess.ask(foreign.port(), RedisCommands::ping))
                        .hasValue("PONG");
            }
        }
    }

    @Test
    void aStalePidFileOfAProcessThatIsNoRedisLeavesThatProcessAlone() throws Exception {
        Process other =
                new ProcessBuilder("sleep", "600").directory(directory.toFile()).start();
        try {
            Files.writeString(directory.resolve("redis.pid"), Long.toString(other.pid()));
            Files.writeString(directory.resolve("redis.conf"), "port " + unusedPort() + "\n");
            EmbeddedRedis.start(directory, 0).close();
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void saysInOneSentenceThatThePortIsTakenAndLeavesNothingRunning() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(
                    () -> hangUpOnEverybody(taken)); // each question to it would else wait for seconds
            assertThatThrownBy(() -> EmbeddedRedis.start(directory, taken.getLocalPort()))
                    .isInstanceOf(StoresNotStarted.class)
                    .hasMessageContaining("did not start on port " + taken.getLocalPort())
                    .hasMessageContaining("Address already in use");
        }
        EmbeddedRedis.start(directory, 0).close();
    }

    @Test
    void tellsAPortFromALongerOne() {
        assertThat(RedisProcess.namesRedisOn(6379, "redis-server 127.0.0.1:6379"))
                .isTrue();
        assertThat(RedisProcess.namesRedisOn(6379, "/x/redis-server-6.2.6-v5-linux-amd64 127.0.0.1:6379 "))
                .isTrue();
        assertThat(RedisProcess.namesRedisOn(6379, "redis-server 127.0.0.1:63790"))
                .isFalse();
        assertThat(RedisProcess.namesRedisOn(6379, "java -jar app.jar :6379")).isFalse();
    }

    private static long pid(int port) {
        return RedisProcess.ask(port, RunningStores::redisPid).orElseThrow();
    }

    private static void hangUpOnEverybody(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                server.accept().close();
            } catch (IOException e) {
                assertThat(server.isClosed()).isTrue();
            }
        }
    }

    private static int unusedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
