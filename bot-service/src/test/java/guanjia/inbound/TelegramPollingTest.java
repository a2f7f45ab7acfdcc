package guanjia.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import guanjia.conversations.Inbound;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.TelegramApi.Fetched;
import guanjia.inbound.InboundMeter.Outcome;
import guanjia.infra.TestStores;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramPollingTest {
    private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

    private final MongoDatabase database = TestStores.freshDatabase();
    private final RedisClient redis = TestStores.newRedisClient();
    private final FakeTelegram telegram = new FakeTelegram();
    private final FakeConversations conversations = new FakeConversations();
    private final InboundMeter meter = new InboundMeter(new SimpleMeterRegistry());
    private final PollingOffset offset = offsetAt(NOW);
    private final TelegramPoll poll = poll(conversations);

    @AfterEach
    void stop() {
        redis.shutdown();
    }

    @Test
    void takesEachUpdateAndMovesTheOffsetPastIt() {
        telegram.willSay(batch(TelegramJson.text(10, "一"), TelegramJson.text(11, "二")));
        assertThat(poll.once()).isZero();
        poll.once();
        assertThat(conversations.taken.stream().map(Inbound::id)).containsExactly("10", "11");
        assertThat(telegram.offsets).containsExactly(0L, 12L);
    }

    @Test
    void aBrokenUpdateInABatchHarmsNoOther() {
        telegram.willSay(batch(
                TelegramJson.text(20, "前"),
                "{\"update_id\":21,\"message\":{\"message_id\":1,\"date\":1,\"text\":\"x\"}}",
                TelegramJson.text(22, "后")));
        assertThat(poll.once()).isZero();
        assertThat(conversations.taken.stream().map(Inbound::id)).containsExactly("20", "22");
        assertThat(offset.next()).isEqualTo(23);
    }

    @Test
    void stopsBeforeAnUpdateThatCannotBeStoredAndGoesOnFromThere() {
        telegram.willSay(batch(TelegramJson.text(30, "一")));
        poll.once();
        conversations.away = true;
        telegram.willSay(batch(TelegramJson.text(31, "二"), TelegramJson.text(32, "三")));
        assertThat(poll.once()).isPositive();
        assertThat(offset.next()).isEqualTo(31);
        conversations.away = false;
        telegram.willSay(batch(TelegramJson.text(31, "二"), TelegramJson.text(32, "三")));
        assertThat(poll.once()).isZero();
        assertThat(conversations.taken.stream().map(Inbound::id)).containsExactly("30", "31", "32");
    }

    @Test
    void leavesOutAnUpdateThatFailsAgainAndAgainOnAWorkingStore() {
        TelegramPoll failing = poll(inbound -> {
            if (inbound.id().equals("40")) {
                throw new IllegalArgumentException("a fault of ours");
            }
            return conversations.accept(inbound);
        });
        for (int round = 0; round < 8; round++) {
            telegram.willSay(batch(TelegramJson.text(40, "毒"), TelegramJson.text(41, "好")));
            failing.once();
        }
        assertThat(conversations.taken.stream().map(Inbound::id)).containsExactly("41");
        assertThat(offset.next()).isEqualTo(42);
        assertThat(meter.counted(ChannelKind.TELEGRAM, Outcome.BROKEN, "not-storable"))
                .isEqualTo(1);
    }

    @Test
    void waitsLongerAndLongerAndAtLeastAsLongAsTelegramSays() {
        telegram.willSay(new Fetched.Conflict());
        telegram.willSay(new Fetched.Conflict());
        telegram.willSay(new Fetched.Away(Duration.ofSeconds(40)));
        telegram.willSay(new Fetched.Batch("<html>bad gateway".getBytes(StandardCharsets.UTF_8)));
        assertThat(poll.once()).isEqualTo(Duration.ofSeconds(1));
        assertThat(poll.once()).isEqualTo(Duration.ofSeconds(2));
        assertThat(poll.once()).isEqualTo(Duration.ofSeconds(40));
        assertThat(poll.once()).isEqualTo(Duration.ofSeconds(8));
        telegram.willSay(batch(TelegramJson.text(50, "好了")));
        assertThat(poll.once()).isZero();
        telegram.willSay(new Fetched.Conflict());
        assertThat(poll.once()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void forgetsAnOffsetThatTelegramMayHaveLeftBehind() {
        offset.moveTo(60);
        assertThat(offsetAt(NOW.plus(Duration.ofDays(5))).next()).isEqualTo(60);
        assertThat(offsetAt(NOW.plus(Duration.ofDays(7))).next()).isZero();
    }

    @Test
    void oneProcessAtATimeFetchesAndTheNextGoesOnWhereTheFirstStopped() {
        String key = "test:" + UUID.randomUUID();
        TelegramPolling first = polling(key, "first");
        TelegramPolling second = polling(key, "second");
        first.start();
        telegram.willSay(batch(TelegramJson.text(70, "一")));
        await().untilAsserted(() -> assertThat(conversations.taken).hasSize(1));
        PollingLease watching = new PollingLease(redis, key, "watcher");
        assertThat(watching.hold()).isFalse();
        second.start();
        first.stop();
        telegram.willSay(batch(TelegramJson.text(71, "二")));
        await().untilAsserted(() -> assertThat(conversations.taken).hasSize(2));
        assertThat(watching.hold()).isFalse();
        second.stop();
        assertThat(watching.hold()).isTrue();
        watching.close();
        assertThat(telegram.webhooks).containsOnly("deleted");
    }

    @Test
    void theSuccessorOfAKilledProcessFetchesAtOnceAndNobodyElse() {
        String key = "test:" + UUID.randomUUID();
        try (PollingLease killed = new PollingLease(redis, key, "alone");
                PollingLease other = new PollingLease(redis, key, "other");
                PollingLease successor = new PollingLease(redis, key, "alone")) {
            assertThat(killed.hold()).isTrue();
            assertThat(other.hold()).isFalse();
            assertThat(successor.hold()).isTrue();
        }
    }

    @Test
    void fetchesWithoutALeaseWhileRedisIsAway() {
        RedisClient nowhere = RedisClient.create("redis://127.0.0.1:1");
        try (PollingLease lease = new PollingLease(nowhere, "test", "me")) {
            assertThat(lease.hold()).isTrue();
        } finally {
            nowhere.shutdown();
        }
    }

    @Test
    void keepsOneSecretForAllProcesses() {
        WebhookSecret made = WebhookSecret.configuredOrKept("", database, new java.util.Random(1));
        assertThat(WebhookSecret.configuredOrKept("", database, new java.util.Random(2)))
                .isEqualTo(made);
        assertThat(WebhookSecret.configuredOrKept("own-one", database, new java.util.Random(3)))
                .isEqualTo(new WebhookSecret("own-one"));
        assertThat(made.isSaidBy(made.value())).isTrue();
        assertThat(made.isSaidBy(made.value() + "x")).isFalse();
        assertThat(made.isSaidBy(null)).isFalse();
    }

    private TelegramPolling polling(String key, String holder) {
        return new TelegramPolling(poll(conversations), new PollingLease(redis, key, holder), telegram::deleteWebhook);
    }

    private TelegramPoll poll(guanjia.conversations.Mailbox mailbox) {
        TelegramUpdates updates = new TelegramUpdates(Clock.fixed(NOW, ZoneOffset.UTC));
        TelegramIntake intake = new TelegramIntake(updates, telegram, mailbox, new FakeClosedAddresses(), meter);
        return new TelegramPoll(telegram, intake, offset, meter);
    }

    private PollingOffset offsetAt(Instant now) {
        return new PollingOffset(database, "42", Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Fetched batch(String... updates) {
        String json = "{\"ok\":true,\"result\":[" + String.join(",", updates) + "]}";
        return new Fetched.Batch(json.getBytes(StandardCharsets.UTF_8));
    }
}
