package guanjia.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guanjia.infra.TestStores;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The limits as two processes see them, each with its own connection. Times are Redis's own, to the microsecond. */
class LimitsTest {
    private static final long SECOND = 1_000_000;

    private final RedisClient oneClient = TestStores.newRedisClient();
    private final RedisClient otherClient = TestStores.newRedisClient();
    private final RedisCommands<String, String> redis = oneClient.connect().sync();
    private final String prefix = "test:" + UUID.randomUUID() + ":";
    private final Limits one = new Limits(oneClient, prefix, "one");
    private final Limits other = new Limits(otherClient, prefix, "other");
    private final AtomicInteger chats = new AtomicInteger();

    @AfterEach
    void close() {
        one.close();
        other.close();
        oneClient.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        otherClient.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }

    @Test
    void twoProcessesTogetherNeverLetOutMoreThanTheRateInAnySecond() throws Exception {
        int perSecond = 40;
        Rate rate = Rate.telegram(perSecond);
        AtomicInteger let = new AtomicInteger();
        Set<Long> times = new ConcurrentSkipListSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> senders = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Limits limits = i % 2 == 0 ? one : other;
                Lane lane = Lane.values()[i % Lane.values().length];
                senders.add(threads.submit(() -> {
                    while (let.get() < 3 * perSecond) {
                        if (limits.take(rate, lane, fresh()) instanceof Grant.Go) {
                            let.incrementAndGet();
                        }
                    }
                }));
            }
            while (senders.stream().anyMatch(sender -> !sender.isDone())) {
                times.addAll(grants());
            }
            for (Future<?> sender : senders) {
                sender.get();
            }
        }
        times.addAll(grants());

        assertThat(times).as("every grant was seen").hasSize(let.get());
        List<Long> sorted = new ArrayList<>(times);
        for (int i = 0; i + perSecond < sorted.size(); i++) {
            assertThat(sorted.get(i + perSecond) - sorted.get(i)).isGreaterThanOrEqualTo(SECOND);
        }
    }

    @Test
    void aRateBelowOneASecondIsKeptToo() {
        Rate slow = Rate.sms(0.8);
        assertThat(one.take(slow, Lane.REPLY, fresh())).isInstanceOf(Grant.Go.class);
        long first = now();
        assertThat(other.take(slow, Lane.REPLY, fresh())).isInstanceOf(Grant.SenderWaits.class);
        await().until(() -> other.take(slow, Lane.REPLY, fresh()) instanceof Grant.Go);
        assertThat(now() - first).isGreaterThan((long) (SECOND / 0.8 * 0.98));
    }

    @Test
    void oneChatGetsAShortBurstAndThenOneASecondWhoeverSends() {
        Rate rate = Rate.telegram(1000);
        Address chat = fresh();
        long before = now();
        for (int i = 0; i < 3; i++) {
            assertThat(one.take(rate, Lane.REPLY, chat)).isInstanceOf(Grant.Go.class);
        }
        assertThat(one.take(rate, Lane.REPLY, chat)).isInstanceOf(Grant.AddressWaits.class);
        one.freeLine(chat);
        assertThat(other.take(rate, Lane.REPLY, fresh())).isInstanceOf(Grant.Go.class);
        await().until(() -> other.take(rate, Lane.REPLY, chat) instanceof Grant.Go);
        assertThat(now() - before).isGreaterThanOrEqualTo(SECOND);
        assertThat(other.take(rate, Lane.REPLY, chat)).isInstanceOf(Grant.AddressWaits.class);
    }

    @Test
    void anEmergencyIsTheNextToGoWhereverItWaits() {
        Rate rate = Rate.telegram(20);
        saturate(rate);
        int overtook = 0;
        while (!(other.take(rate, Lane.EMERGENCY, fresh()) instanceof Grant.Go)) {
            overtook += goes(one.take(rate, Lane.REPLY, fresh()));
            overtook += goes(one.take(rate, Lane.CAMPAIGN, fresh()));
        }
        assertThat(overtook).isZero();
    }

    @Test
    void repliesGoBeforeCampaignsWhichKeepATenth() {
        Rate rate = Rate.telegram(100);
        saturate(rate);
        Map<Lane, Integer> let = new EnumMap<>(Map.of(Lane.REPLY, 0, Lane.CAMPAIGN, 0));
        while (let.get(Lane.REPLY) + let.get(Lane.CAMPAIGN) < 200) {
            let.merge(Lane.CAMPAIGN, goes(one.take(rate, Lane.CAMPAIGN, fresh())), Integer::sum);
            let.merge(Lane.REPLY, goes(other.take(rate, Lane.REPLY, fresh())), Integer::sum);
        }
        assertThat(let.get(Lane.CAMPAIGN)).isBetween(18, 40);
    }

    @Test
    void aPauseHoldsEverybodyAndAShorterOneDoesNotShortenIt() {
        Rate rate = Rate.telegram(1000);
        assertThat(one.pause(ChannelKind.TELEGRAM, Duration.ofMinutes(2))).isTrue();
        assertThat(other.pause(ChannelKind.TELEGRAM, Duration.ofSeconds(1))).isTrue();
        assertThat(other.take(rate, Lane.EMERGENCY, fresh()))
                .isInstanceOfSatisfying(Grant.SenderWaits.class, waits -> assertThat(waits.pause())
                        .isGreaterThan(Duration.ofSeconds(100)));
        assertThat(other.take(Rate.sms(1), Lane.REPLY, new Address(ChannelKind.SMS, "+85251234567")))
                .isInstanceOf(Grant.Go.class);
    }

    /** Until nothing more may go and both lanes wait. */
    private void saturate(Rate rate) {
        while (one.take(rate, Lane.REPLY, fresh()) instanceof Grant.Go) {
            assertThat(chats.get()).isLessThan(10_000);
        }
        other.take(rate, Lane.CAMPAIGN, fresh());
    }

    private static int goes(Grant grant) {
        return grant instanceof Grant.Go ? 1 : 0;
    }

    private Set<Long> grants() {
        Set<Long> times = new TreeSet<>();
        redis.lrange(prefix + "TELEGRAM:own:sent", 0, -1).forEach(time -> times.add(Long.valueOf(time)));
        return times;
    }

    private long now() {
        List<String> time = redis.time();
        return Long.parseLong(time.get(0)) * SECOND + Long.parseLong(time.get(1));
    }

    private Address fresh() {
        return new Address(ChannelKind.TELEGRAM, String.valueOf(chats.incrementAndGet()));
    }
}
