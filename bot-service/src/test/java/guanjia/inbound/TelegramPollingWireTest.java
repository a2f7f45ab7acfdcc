package guanjia.inbound;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.mongodb.client.MongoDatabase;
import guanjia.conversations.Inbound;
import guanjia.delivery.TelegramApi;
import guanjia.inbound.FakeBotApi.Trouble;
import guanjia.infra.TestStores;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Long polling over the real client and the real store: whatever happens on the way, nothing is lost, doubled or out of order. */
class TelegramPollingWireTest {
    private final FakeBotApi botApi = new FakeBotApi();
    private final WireMockServer wire =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().extensions(botApi));
    private final MongoDatabase database = TestStores.freshDatabase();
    private final FakeConversations conversations = new FakeConversations();
    private AnnotationConfigApplicationContext delivery;

    @BeforeEach
    void start() {
        wire.start();
        wire.stubFor(
                post(urlEqualTo("/bot1:abc/getUpdates")).willReturn(aResponse().withTransformers("bot-api")));
        delivery = new AnnotationConfigApplicationContext();
        delivery.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("guanjia.telegram.token", "1:abc", "guanjia.telegram.api-url", wire.baseUrl())));
        delivery.registerBean(MongoDatabase.class, () -> database);
        delivery.registerBean(RedisClient.class, TestStores::newRedisClient);
        delivery.registerBean(Clock.class, Clock::systemUTC);
        delivery.scan("guanjia.delivery");
        delivery.refresh();
    }

    @AfterEach
    void stop() {
        delivery.close();
        wire.stop();
    }

    @Test
    void losesDoublesAndReordersNothingWhateverHappensOnTheWayAndOverRestarts() {
        Random random = new Random(20261125);
        Trouble[] troubles = Trouble.values();
        TelegramPoll poll = poll();
        int arrived = 0;
        for (int round = 0; round < 60; round++) {
            for (int i = random.nextInt(8); i > 0; i--, arrived++) {
                botApi.arrives(1_000 + arrived, TelegramJson.text(1_000 + arrived, "第" + arrived));
            }
            if (random.nextBoolean()) {
                botApi.plan(troubles[random.nextInt(troubles.length)]);
            }
            conversations.away = random.nextInt(6) == 0;
            poll.once();
            conversations.away = false;
            if (random.nextInt(5) == 0) {
                poll = poll(); // as after a kill: only the stored offset is left
            }
        }
        drain(poll);

        assertThat(arrived).isGreaterThan(100);
        assertThat(taken())
                .isEqualTo(LongStream.range(1_000, 1_000 + arrived)
                        .mapToObj(Long::toString)
                        .toList());
        assertThat(botApi.waiting()).isZero();
    }

    @Test
    void everyTroubleMakesAPauseAndNoneOfThemAnEnd() {
        TelegramPoll poll = poll();
        botApi.arrives(7, TelegramJson.text(7, "还在吗"));
        for (Trouble trouble : List.of(
                Trouble.CONFLICT,
                Trouble.UNAUTHORIZED,
                Trouble.TOO_MANY,
                Trouble.BROKEN_JSON,
                Trouble.BAD_GATEWAY,
                Trouble.CUT_BEFORE_THE_ANSWER,
                Trouble.CUT_IN_THE_ANSWER)) {
            botApi.plan(trouble);
            assertThat(poll.once()).as(trouble.name()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
        assertThat(poll.once()).isZero();
        assertThat(taken()).containsExactly("7");
    }

    @Test
    void aWrongTokenIsAskedForSeldom() {
        TelegramPoll poll = poll();
        botApi.plan(Trouble.UNAUTHORIZED);
        assertThat(poll.once()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void goesOnFromTheStoredOffsetAfterARestart() {
        IntStream.range(0, 250).forEach(i -> botApi.arrives(i + 1, TelegramJson.text(i + 1, "x")));
        poll().once();
        TelegramPoll second = poll();
        second.once();
        drain(second);
        assertThat(botApi.offsets()).startsWith(0L, 101L, 201L, 251L);
        assertThat(taken()).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void readsAnUpdateWhoseNumberIsLargerThanAnInteger() {
        botApi.arrives(
                9_000_000_001L, TelegramJson.text(1, "大").replace("\"update_id\":1,", "\"update_id\":9000000001,"));
        TelegramPoll poll = poll();
        poll.once();
        poll.once();
        assertThat(taken()).containsExactly("9000000001");
        assertThat(botApi.waiting()).isZero();
    }

    private void drain(TelegramPoll poll) {
        for (int i = 0; i < 20 && botApi.waiting() > 0; i++) {
            poll.once();
        }
    }

    private List<String> taken() {
        return conversations.taken.stream().map(Inbound::id).toList();
    }

    private TelegramPoll poll() {
        TelegramApi telegram = delivery.getBean(TelegramApi.class);
        InboundMeter meter = new InboundMeter(new SimpleMeterRegistry());
        TelegramIntake intake = new TelegramIntake(
                new TelegramUpdates(Clock.systemUTC()), telegram, conversations, new FakeClosedAddresses(), meter);
        return new TelegramPoll(telegram, intake, new PollingOffset(database, "1", Clock.systemUTC()), meter);
    }
}
