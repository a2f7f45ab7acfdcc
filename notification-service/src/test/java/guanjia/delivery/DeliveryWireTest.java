package guanjia.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.mongodb.client.MongoDatabase;
import guanjia.infra.TestStores;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the outbox over the real channels to the provider's wire: what the provider's answers do to later messages. */
class DeliveryWireTest {
    private static final String TAKEN =
            "{\"ok\":true,\"result\":{\"message_id\":7,\"date\":1,\"chat\":{\"id\":42,\"type\":\"private\"}}}";

    /** A busy machine mustn't look like an absent provider. */
    private static final Duration PATIENT = ofSeconds(30);

    @RegisterExtension
    static final WireMockExtension WIRE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    private final MongoDatabase database = TestStores.freshDatabase();
    private final MongoDeliveries rows = new MongoDeliveries(database, Clock.systemUTC());
    private final MongoClosedAddresses closed = new MongoClosedAddresses(database, Clock.systemUTC());
    private final RedisClient redis = TestStores.newRedisClient();
    private final String keys = "test:" + UUID.randomUUID() + ":";
    private final List<Outbox> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(Outbox::close);
        redis.shutdown(ofMillis(0), ofSeconds(1));
    }

    @Test
    void retryAfterHoldsTheWholeBotInEveryProcess() {
        String limited = "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 1\","
                + "\"parameters\":{\"retry_after\":1}}";
        firstThen("first", aResponse().withStatus(429).withBody(limited), okJson(TAKEN));
        Outbox one = outbox(PATIENT);
        Outbox other = outbox(PATIENT);
        one.dispatch(List.of(telegram("a", Lane.REPLY, "1")));
        await().until(() -> redis.connect().sync().exists(keys + "TELEGRAM:pause") == 1);

        other.dispatch(List.of(telegram("b", Lane.EMERGENCY, "2")));
        one.dispatch(List.of(telegram("c", Lane.REPLY, "3")));

        awaitState("a", DeliveryState.SENT);
        awaitState("b", DeliveryState.SENT);
        awaitState("c", DeliveryState.SENT);
        List<ServeEvent> posts = posts();
        assertThat(posts).hasSize(4);
        long refused = posts.getFirst().getRequest().getLoggedDate().getTime();
        assertThat(posts.subList(1, 4))
                .allMatch(post -> post.getRequest().getLoggedDate().getTime() >= refused + 990);
    }

    @Test
    void aReplyWhoseAnswerIsLateIsSentAgainACampaignMessageIsNot() {
        firstThen("first", okJson(TAKEN).withFixedDelay(2500), okJson(TAKEN));
        Outbox outbox = outbox(ofSeconds(1));
        outbox.dispatch(List.of(telegram("reply", Lane.REPLY, "1")));
        awaitState("reply", DeliveryState.SENT);
        assertThat(posts()).hasSizeGreaterThan(1);

        WIRE.resetAll();
        firstThen("first", okJson(TAKEN).withFixedDelay(2500), okJson(TAKEN));
        outbox.dispatch(List.of(telegram("greeting", Lane.CAMPAIGN, "2")));
        awaitState("greeting", DeliveryState.UNCERTAIN);
        assertThat(posts()).hasSize(1);
    }

    @Test
    void anSmsWhoseAnswerIsLostIsLookedUpBeforeItIsSentAgain() {
        String created =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
        WIRE.stubFor(get(anyUrl())
                .willReturn(okJson("{\"messages\":[],\"page\":0,\"page_size\":100,\"next_page_uri\":null}")));
        WIRE.stubFor(
                get(anyUrl()).withQueryParam("To", containing("51111111")).willReturn(okJson("""
                        {"messages":[{"sid":"SM1","body":"您好","to":"+85251111111","direction":"outbound-api",
                         "status":"sent","date_created":"%s"}],"page":0,"page_size":100,"next_page_uri":null}""".formatted(created))));
        firstThen(
                "51111111",
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withStatus(201).withBody("{\"sid\":\"SM9\"}"));
        firstThen(
                "52222222",
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withStatus(201).withBody("{\"sid\":\"SM2\"}"));
        outbox(PATIENT).dispatch(List.of(sms("taken", "+85251111111"), sms("lost", "+85252222222")));

        awaitState("taken", DeliveryState.SENT);
        awaitState("lost", DeliveryState.SENT);
        assertThat(rows.knowsProviderId("SM1")).isTrue();
        assertThat(rows.knowsProviderId("SM2")).isTrue();
        assertThat(posts().stream()
                        .filter(post -> post.getRequest().getBodyAsString().contains("51111111")))
                .hasSize(1);
        assertThat(posts().stream()
                        .filter(post -> post.getRequest().getBodyAsString().contains("52222222")))
                .hasSize(2);
    }

    @Test
    void whoBlockedTheBotIsNotCalledAgainUntilTheyWriteEmergenciesAside() {
        String blocked = "{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden: bot was blocked by the user\"}";
        WIRE.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(403).withBody(blocked)));
        Outbox outbox = outbox(PATIENT);
        outbox.dispatch(List.of(telegram("first", Lane.REPLY, "42")));
        awaitRefusal("first");
        outbox.dispatch(List.of(telegram("second", Lane.CAMPAIGN, "42"), telegram("third", Lane.TRANSACTIONAL, "42")));
        awaitRefusal("second");
        awaitRefusal("third");
        assertThat(posts()).hasSize(1);
        outbox.dispatch(List.of(telegram("alarm", Lane.EMERGENCY, "42")));
        awaitRefusal("alarm");
        assertThat(posts()).hasSize(2);

        WIRE.stubFor(post(anyUrl()).willReturn(okJson(TAKEN)));
        closed.open(new Address(ChannelKind.TELEGRAM, "42"));
        outbox.dispatch(List.of(telegram("welcome", Lane.REPLY, "42")));
        awaitState("welcome", DeliveryState.SENT);
    }

    @Test
    void aChatThatBecameASupergroupIsClosedAndNotWrittenToAgain() {
        String moved = "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: group chat was upgraded to a"
                + " supergroup chat\",\"parameters\":{\"migrate_to_chat_id\":-1001234567890}}";
        WIRE.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(400).withBody(moved)));
        Outbox outbox = outbox(PATIENT);
        outbox.dispatch(List.of(telegram("first", Lane.REPLY, "-42"), telegram("second", Lane.REPLY, "-42")));
        await().untilAsserted(() -> assertThat(
                        rows.statuses(List.of("second")).get("second").reason())
                .contains(FailureReason.UNREACHABLE));
        assertThat(posts()).hasSize(1);
    }

    private Outbox outbox(Duration patience) {
        Clock clock = Clock.systemUTC();
        OutboxParts parts = new OutboxParts(
                database,
                redis,
                keys,
                UUID.randomUUID().toString(),
                new Owners.Pace(ofMillis(700), ofMillis(150), ofMillis(500)),
                clock,
                new SimpleMeterRegistry(),
                closed,
                List.of(),
                List.of());
        URI url = URI.create(WIRE.baseUrl());
        DeliverySettings.Twilio twilio = new DeliverySettings.Twilio(
                "AC1", "t", "+85230000000", url, 20, URI.create("https://c.example/webhooks/twilio/status"));
        Map<ChannelKind, Channel> channels = Map.of(
                ChannelKind.TELEGRAM,
                new TelegramChannel(new TelegramLink(new DeliverySettings.Telegram("1:abc", url, 30), patience)),
                ChannelKind.SMS,
                new SmsChannel(TwilioLink.client(twilio, patience), twilio));
        Outbox outbox = OutboxParts.outbox(
                parts, rows, channels, Map.of(ChannelKind.TELEGRAM, Rate.telegram(100), ChannelKind.SMS, Rate.sms(20)));
        open.add(outbox);
        return outbox.start();
    }

    /** @param words in the body of the posts meant; "first" for all */
    private static void firstThen(String words, ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        String part = words.equals("first") ? "" : words;
        WIRE.stubFor(post(anyUrl())
                .withRequestBody(containing(part))
                .inScenario(words)
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(first)
                .willSetStateTo("later"));
        WIRE.stubFor(post(anyUrl())
                .withRequestBody(containing(part))
                .inScenario(words)
                .whenScenarioStateIs("later")
                .willReturn(then));
    }

    /** In the order they came. */
    private static List<ServeEvent> posts() {
        return WIRE.getAllServeEvents().stream()
                .filter(event -> event.getRequest().getMethod().getName().equals("POST"))
                .sorted((one, other) -> one.getRequest()
                        .getLoggedDate()
                        .compareTo(other.getRequest().getLoggedDate()))
                .toList();
    }

    private void awaitState(String id, DeliveryState state) {
        await().untilAsserted(() ->
                assertThat(rows.statuses(List.of(id)).get(id).state()).isEqualTo(state));
    }

    private void awaitRefusal(String id) {
        await().untilAsserted(() ->
                assertThat(rows.statuses(List.of(id)).get(id).reason()).contains(FailureReason.BLOCKED));
    }

    private static Delivery telegram(String id, Lane lane, String chat) {
        return delivery(id, lane, new Address(ChannelKind.TELEGRAM, chat));
    }

    private static Delivery sms(String id, String to) {
        return delivery(id, Lane.REPLY, new Address(ChannelKind.SMS, to));
    }

    private static Delivery delivery(String id, Lane lane, Address to) {
        return new Delivery(
                id, lane, Optional.empty(), to, Content.text("您好"), Optional.empty(), Instant.now(), Optional.empty());
    }
}
