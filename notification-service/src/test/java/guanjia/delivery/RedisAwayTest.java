package guanjia.delivery;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import guanjia.infra.TestStores;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

class RedisAwayTest {
    private final MongoDatabase database = TestStores.freshDatabase();
    private final Queue<String> arrived = new ConcurrentLinkedQueue<>();
    private final Queue<Long> arrivedAt = new ConcurrentLinkedQueue<>();
    private RedisServer server;
    private RedisClient redis;
    private Outbox outbox;
    private int port;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        server = server();
        server.start();
        redis = RedisClient.create(RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(port)
                .withTimeout(ofSeconds(1))
                .build());
        redis.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(ofSeconds(1)))
                .build());
        outbox = outbox().start();
    }

    @AfterEach
    void stop() throws IOException {
        outbox.close();
        redis.shutdown(ofMillis(0), ofSeconds(1));
        server.stop();
    }

    @Test
    void letsOnlyEmergenciesOutWhileRedisIsAwayAndTheRestOnceItIsBack() throws IOException {
        outbox.dispatch(List.of(delivery("first", Lane.REPLY, "1")));
        await().untilAsserted(() -> assertThat(arrived).containsExactly("first"));
        server.stop();

        outbox.dispatch(List.of(delivery("reply", Lane.REPLY, "2")));
        outbox.dispatch(IntStream.range(0, 3)
                .mapToObj(i -> delivery("alarm" + i, Lane.EMERGENCY, "alarm" + i))
                .toList());

        await().until(() -> arrived.size() == 4);
        assertThat(arrived).startsWith("first").containsExactlyInAnyOrder("first", "alarm0", "alarm1", "alarm2");
        List<Long> times = List.copyOf(arrivedAt);
        assertThat(times.get(3) - times.get(1)).isGreaterThanOrEqualTo(1900);
        server = server();
        server.start();
        await().untilAsserted(() -> assertThat(arrived).endsWith("reply"));
        assertThat(arrived).hasSize(5);
    }

    private Outbox outbox() {
        Clock clock = Clock.systemUTC();
        OutboxParts parts = new OutboxParts(
                database,
                redis,
                "test:",
                "me",
                new Owners.Pace(ofMillis(700), ofMillis(150), ofMillis(500)),
                clock,
                new SimpleMeterRegistry(),
                new MongoClosedAddresses(database, Clock.systemUTC()),
                List.of(),
                List.of());
        Channel provider = new Channel() {
            @Override
            public ChannelKind kind() {
                return ChannelKind.TELEGRAM;
            }

            @Override
            public SendOutcome send(String id, Address address, Content content) {
                arrivedAt.add(System.currentTimeMillis());
                arrived.add(id);
                return new SendOutcome.Sent(id);
            }
        };
        return OutboxParts.outbox(
                parts,
                new MongoDeliveries(database, clock),
                Map.of(ChannelKind.TELEGRAM, provider),
                Map.of(ChannelKind.TELEGRAM, Rate.telegram(1000)));
    }

    private RedisServer server() throws IOException {
        return RedisServer.newRedisServer().port(port).bind("127.0.0.1").build();
    }

    private static Delivery delivery(String id, Lane lane, String chat) {
        return new Delivery(
                id,
                lane,
                Optional.empty(),
                new Address(ChannelKind.TELEGRAM, chat),
                Content.text("您好"),
                Optional.empty(),
                Instant.now(),
                Optional.empty());
    }
}
