package guanjia.delivery;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import guanjia.infra.TestStores;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Owners.Pace QUICK = new Owners.Pace(ofMillis(700), ofMillis(150), ofMillis(500));
    private static final Instant NOW = Instant.now();

    private final MongoDatabase database = TestStores.freshDatabase();
    private final MongoDeliveries rows = new MongoDeliveries(database, Clock.systemUTC());
    private final RedisClient redis = TestStores.newRedisClient();
    private final String keys = "test:" + UUID.randomUUID() + ":";
    private final Queue<String> arrived = new ConcurrentLinkedQueue<>();
    private final Queue<Long> arrivedAt = new ConcurrentLinkedQueue<>();
    private final List<Outbox> open = new ArrayList<>();
    private final List<DeliveryGate> gates = new ArrayList<>();
    private Owners.Pace pace = QUICK;

    /** A provider as a function. */
    private record Fake(ChannelKind kind, Function<String, SendOutcome> provider) implements Channel {
        @Override
        public SendOutcome send(String id, Address address, Content content) {
            return provider.apply(id);
        }
    }

    @AfterEach
    void close() {
        open.forEach(Outbox::close);
        redis.shutdown(ofMillis(0), ofSeconds(1));
    }

    @Test
    void sendsTheMessagesOfAnAddressInOrderAlsoWhenOneIsTriedAgain() {
        Queue<String> failsFirst = new ConcurrentLinkedQueue<>(List.of("a2"));
        Outbox outbox =
                outbox(1000, id -> failsFirst.remove(id) ? new SendOutcome.TryAgain(ofMillis(1), false) : arrive(id));

        outbox.dispatch(List.of(reply("a1", "7"), reply("a2", "7")));
        outbox.dispatch(List.of(reply("a3", "7"), reply("b1", "8")));

        await().untilAsserted(() -> assertThat(arrived).contains("a1", "a2", "a3", "b1"));
        assertThat(arrived.stream().filter(id -> id.startsWith("a"))).containsExactly("a1", "a2", "a3");
        assertThat(arrived).last().isEqualTo("a3");
        awaitState("a2", DeliveryState.SENT);
    }

    @Test
    void sendsAMessageHandedOverAgainOnce() {
        Outbox outbox = outbox(1000, this::arrive);
        outbox.dispatch(List.of(reply("a1", "7")));
        outbox.dispatch(List.of(reply("a1", "7"), reply("a2", "7")));
        outbox.dispatch(List.of(reply("a1", "7"), reply("a2", "7"), reply("a3", "7")));

        await().untilAsserted(() -> assertThat(arrived).containsExactly("a1", "a2", "a3"));
    }

    @Test
    void keepsTheLimitAcrossProcesses() {
        Outbox one = outbox(40, this::arrive);
        Outbox other = outbox(40, this::arrive);
        for (Outbox outbox : List.of(one, other)) {
            String name = outbox == one ? "one" : "other";
            outbox.dispatch(IntStream.range(0, 50)
                    .mapToObj(i -> delivery(name + i, Lane.CAMPAIGN, ChannelKind.TELEGRAM, name + i))
                    .toList());
        }

        await().until(() -> arrived.size() == 100);
        List<Long> times = arrivedAt.stream().sorted().toList();
        assertThat(times.getLast() - times.getFirst())
                .as("40, 40 and 20 in the third second; each for itself would be done in the second")
                .isGreaterThanOrEqualTo(1_500);
    }

    @Test
    void letsAReplyPassACampaign() {
        Outbox outbox = outbox(20, this::arrive);
        outbox.dispatch(IntStream.range(0, 60)
                .mapToObj(i -> delivery("c" + i, Lane.CAMPAIGN, ChannelKind.TELEGRAM, "c" + i))
                .toList());
        await().until(() -> arrived.size() >= 5);
        outbox.dispatch(List.of(reply("r", "7")));
        int dispatched = arrived.size();

        await().untilAsserted(() -> assertThat(arrived).contains("r"));
        assertThat(new ArrayList<>(arrived).indexOf("r")).isLessThan(dispatched + 6);
    }

    @Test
    void letsOnlyAShortBurstIntoOneChat() {
        Outbox outbox = outbox(1000, this::arrive);
        outbox.dispatch(IntStream.range(0, 5).mapToObj(i -> reply("a" + i, "7")).toList());

        await().until(() -> arrived.size() == 5);
        List<Long> times = List.copyOf(arrivedAt);
        assertThat(times.get(3) - times.get(0)).isGreaterThanOrEqualTo(900);
        assertThat(times.get(4) - times.get(3)).isGreaterThanOrEqualTo(900);
    }

    @Test
    void holdsAllProcessesWhenTheProviderAsksForAPause() {
        Queue<String> limited = new ConcurrentLinkedQueue<>(List.of("a1"));
        AtomicLong asked = new AtomicLong();
        Outbox one = outbox(1000, id -> {
            if (limited.remove(id)) {
                asked.set(System.currentTimeMillis());
                return new SendOutcome.TryAgain(ofMillis(1200), true);
            }
            return arrive(id);
        });
        Outbox other = outbox(1000, this::arrive);
        one.dispatch(List.of(reply("a1", "7")));
        RedisCommands<String, String> commands = redis.connect().sync();
        await().until(() -> commands.exists(keys + "TELEGRAM:pause") == 1);
        other.dispatch(List.of(reply("b1", "8")));

        await().untilAsserted(() -> assertThat(arrived).contains("a1", "b1"));
        assertThat(arrivedAt).allMatch(at -> at - asked.get() >= 1190);
    }

    @Test
    void goesOnWithTheMessagesOfAKilledProcess() {
        CountDownLatch never = new CountDownLatch(1);
        Outbox killed = outbox(1000, id -> {
            arrive("killed " + id);
            return hang(never);
        });
        killed.dispatch(List.of(reply("a1", "7"), reply("a2", "7")));
        killed.dispatch(List.of(delivery("c1", Lane.CAMPAIGN, ChannelKind.TELEGRAM, "9")));
        await().until(() -> arrived.size() == 2);
        killed.drop();
        open.remove(killed);

        outbox(1000, this::arrive);

        await().untilAsserted(() -> assertThat(arrived).contains("a1", "a2"));
        assertThat(arrived).containsSubsequence("a1", "a2").doesNotContain("c1");
        awaitState("a2", DeliveryState.SENT);
        awaitState("c1", DeliveryState.UNCERTAIN);
        never.countDown();
    }

    @Test
    void goesOnAtOnceWhereNoOtherProcessCanBe() {
        pace = new Owners.Pace(ofSeconds(60), ofMillis(150), ofMillis(0));
        CountDownLatch never = new CountDownLatch(1);
        Outbox killed = outbox(1000, id -> {
            arrive("killed " + id);
            return hang(never);
        });
        killed.dispatch(List.of(reply("a1", "7"), reply("a2", "7")));
        await().until(() -> arrived.size() == 1);
        killed.drop();
        open.remove(killed);

        outbox(1000, this::arrive);

        await().untilAsserted(() -> assertThat(arrived).containsExactly("killed a1", "a1", "a2"));
        never.countDown();
    }

    @Test
    void stealsNothingFromALivingProcess() {
        CountDownLatch slow = new CountDownLatch(1);
        Outbox living = outbox(1000, id -> {
            arrive(id);
            return hang(slow);
        });
        living.dispatch(List.of(reply("a1", "7")));
        await().until(() -> arrived.size() == 1);
        Outbox other = outbox(1000, this::arrive);
        other.dispatch(List.of(reply("a2", "7")));

        await().during(ofSeconds(2)).untilAsserted(() -> assertThat(arrived).containsExactly("a1"));
        slow.countDown();
        await().untilAsserted(() -> assertThat(arrived).containsExactly("a1", "a2"));
    }

    @Test
    void leavesADoubtfulCampaignMessageAndSendsADoubtfulReplyAgain() {
        Queue<String> unclear = new ConcurrentLinkedQueue<>(List.of("c1", "a1"));
        Outbox outbox = outbox(1000, id -> {
            arrive(id);
            return unclear.remove(id) ? new SendOutcome.Uncertain() : new SendOutcome.Sent(id);
        });
        outbox.dispatch(List.of(reply("a1", "7"), delivery("c1", Lane.CAMPAIGN, ChannelKind.TELEGRAM, "8")));

        awaitState("a1", DeliveryState.SENT);
        await().untilAsserted(() ->
                assertThat(rows.statuses(List.of("c1")).get("c1").state()).isEqualTo(DeliveryState.UNCERTAIN));
        assertThat(arrived).containsExactlyInAnyOrder("a1", "a1", "c1");
    }

    @Test
    void looksADoubtfulSmsUpBeforeItIsSentAgain() {
        Outgoing doubtful =
                new Outgoing(delivery("s1", Lane.TRANSACTIONAL, ChannelKind.SMS, "+85251234567"), 1, 1, true, NOW);
        Outgoing missing =
                new Outgoing(delivery("s2", Lane.TRANSACTIONAL, ChannelKind.SMS, "+85251234568"), 2, 1, true, NOW);
        rows.insert(Stream.of(doubtful, missing)
                .map(row -> DeliveryDocuments.write(row, DeliveryState.SENDING, "c", 1)
                        .append("owner", "dead"))
                .toList());
        database.getCollection("deliveryOwners").insertOne(new Document("_id", "dead"));
        Map<ChannelKind, Channel> channels = Map.of(ChannelKind.SMS, new Asked(Map.of("+85251234567", "SM1"), this));

        open.add(OutboxParts.outbox(parts(), rows, channels, Map.of(ChannelKind.SMS, Rate.sms(100)))
                .start());

        awaitState("s1", DeliveryState.SENT);
        awaitState("s2", DeliveryState.SENT);
        assertThat(arrived).containsExactly("s2");
        assertThat(rows.knowsProviderId("SM1")).isTrue();
    }

    /** A provider that has some messages already. */
    private record Asked(Map<String, String> has, OutboxTest test) implements Channel, LooksUp {
        @Override
        public ChannelKind kind() {
            return ChannelKind.SMS;
        }

        @Override
        public SendOutcome send(String id, Address address, Content content) {
            return test.arrive(id);
        }

        @Override
        public Optional<String> lookUp(Address to, Content content, Instant since, Predicate<String> taken) {
            return Optional.ofNullable(has.get(to.value())).filter(taken.negate());
        }
    }

    @Test
    void refusesAtOnceWhereTheChannelIsOff() {
        Outbox outbox = outbox(1000, this::arrive);
        outbox.dispatch(List.of(delivery("s1", Lane.REPLY, ChannelKind.SMS, "+85290000000")));

        DeliveryStatus status = rows.statuses(List.of("s1")).get("s1");
        assertThat(status.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(status.reason()).contains(FailureReason.NOT_PERMITTED);
    }

    @Test
    void asksTheGateBeforeEachAttempt() {
        Queue<String> held = new ConcurrentLinkedQueue<>(List.of("a1"));
        gates.add(delivery -> {
            if (delivery.id().equals("a2")) {
                return new DeliveryGate.Verdict.Drop(FailureReason.OPTED_OUT);
            }
            return held.remove(delivery.id())
                    ? new DeliveryGate.Verdict.Hold(ofMillis(300))
                    : new DeliveryGate.Verdict.Go();
        });
        outbox(1000, this::arrive).dispatch(List.of(reply("a1", "7"), reply("a2", "7"), reply("a3", "7")));

        await().untilAsserted(() -> assertThat(arrived).containsExactly("a1", "a3"));
        assertThat(rows.statuses(List.of("a2")).get("a2").reason()).contains(FailureReason.OPTED_OUT);
    }

    @Test
    void dropsWhatIsTooLateToBeOfUse() {
        Delivery late = new Delivery(
                "a1",
                Lane.REPLY,
                Optional.empty(),
                new Address(ChannelKind.TELEGRAM, "7"),
                Content.text("hi"),
                Optional.empty(),
                NOW,
                Optional.of(NOW.minusSeconds(1)));
        outbox(1000, this::arrive).dispatch(List.of(late));

        awaitState("a1", DeliveryState.EXPIRED);
        assertThat(arrived).isEmpty();
    }

    private OutboxParts parts() {
        return new OutboxParts(
                database,
                redis,
                keys,
                UUID.randomUUID().toString(),
                pace,
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                new MongoClosedAddresses(database, Clock.systemUTC()),
                gates,
                List.of());
    }

    private Outbox outbox(double rate, Function<String, SendOutcome> provider) {
        Outbox outbox = OutboxParts.outbox(
                parts(),
                rows,
                Map.of(ChannelKind.TELEGRAM, new Fake(ChannelKind.TELEGRAM, provider)),
                Map.of(ChannelKind.TELEGRAM, Rate.telegram(rate)));
        open.add(outbox);
        return outbox.start();
    }

    private SendOutcome arrive(String id) {
        arrived.add(id);
        arrivedAt.add(System.currentTimeMillis());
        return new SendOutcome.Sent(id);
    }

    private static SendOutcome hang(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new SendOutcome.Sent("late");
    }

    private void awaitState(String id, DeliveryState state) {
        await().untilAsserted(() ->
                assertThat(rows.statuses(List.of(id)).get(id).state()).isEqualTo(state));
    }

    private static Delivery reply(String id, String chat) {
        return delivery(id, Lane.REPLY, ChannelKind.TELEGRAM, chat);
    }

    private static Delivery delivery(String id, Lane lane, ChannelKind channel, String to) {
        return new Delivery(
                id,
                lane,
                Optional.empty(),
                new Address(channel, to),
                Content.text("您好"),
                Optional.empty(),
                NOW,
                Optional.empty());
    }
}
