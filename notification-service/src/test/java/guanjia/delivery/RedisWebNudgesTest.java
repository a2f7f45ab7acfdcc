package guanjia.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guanjia.infra.TestStores;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisWebNudgesTest {
    private final RedisClient client = TestStores.newRedisClient();
    private final String conversation = "c-" + UUID.randomUUID();

    @AfterEach
    void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }

    /** As a page of the desk does, once its session was read. */
    @Test
    void listensFromAThreadOfTheRedisClientWithoutWaitingThere() {
        try (StatefulRedisConnection<String, String> sessions = client.connect();
                RedisWebNudges nudges = new RedisWebNudges(client)) {
            AtomicInteger heard = new AtomicInteger();
            CompletableFuture<Long> waited = sessions.async()
                    .blpop(0.1, "nothing-" + conversation) // answered later: on the client's thread
                    .toCompletableFuture()
                    .thenApply(nothing -> timeOf(() -> nudges.listen(conversation, heard::incrementAndGet)));

            assertThat(Duration.ofNanos(waited.join())).isLessThan(Duration.ofSeconds(1));
            await().untilAsserted(() -> {
                nudges.nudge(conversation);
                assertThat(heard).hasPositiveValue();
            });
        }
    }

    @Test
    void hearsNothingMoreOnceItsLastListenerHasLeft() {
        try (RedisWebNudges nudges = new RedisWebNudges(client);
                StatefulRedisConnection<String, String> redis = client.connect()) {
            WebNudges.Listening first = nudges.listen(conversation, () -> {});
            WebNudges.Listening second = nudges.listen(conversation, () -> {});
            String channel = "guanjia:web:" + conversation;
            await().until(() -> redis.sync().pubsubNumsub(channel).get(channel) == 1);
            first.close();
            second.close();
            await().until(() -> redis.sync().pubsubNumsub(channel).get(channel) == 0);
        }
    }

    private static long timeOf(Runnable task) {
        long before = System.nanoTime();
        task.run();
        return System.nanoTime() - before;
    }
}
