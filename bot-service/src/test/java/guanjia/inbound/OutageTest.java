package guanjia.inbound;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import guanjia.Guanjia;
import guanjia.TelegramTakes;
import guanjia.infra.TestStores;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole product while a store is away: a clear answer, nothing lost, nothing doubled, and it goes on without a restart. */
@ExtendWith(OutputCaptureExtension.class)
class OutageTest {
    private static final String PUBLIC_URL = "https://chat.example.com";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final WireMockServer PROVIDERS =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Cable mongo;
    private static Cable redis;
    private static ConfigurableApplicationContext product;

    @BeforeAll
    static void start() throws IOException {
        PROVIDERS.start();
        PROVIDERS.stubFor(post(urlPathMatching("/telegram/.*")).willReturn(TelegramTakes.it()));
        PROVIDERS.stubFor(post(urlPathMatching("/twilio/.*"))
                .willReturn(aResponse().withStatus(201).withBody("{\"sid\":\"SMout\",\"status\":\"queued\"}")));
        listed(List.of());
        URI mongoAt = URI.create(TestStores.mongoUri());
        URI redisAt = URI.create(TestStores.redisUri());
        mongo = new Cable(mongoAt.getHost(), mongoAt.getPort());
        redis = new Cable(redisAt.getHost(), redisAt.getPort());
        product = SpringApplication.run(
                Guanjia.class,
                "--server.port=0",
                "--spring.mongodb.uri=mongodb://127.0.0.1:" + mongo.port() + "/outage-" + UUID.randomUUID(),
                "--spring.data.redis.url=redis://127.0.0.1:" + redis.port(),
                "--guanjia.sample-data=true",
                "--guanjia.public-url=" + PUBLIC_URL,
                "--guanjia.telegram.token=1:token",
                "--guanjia.telegram.mode=webhook",
                "--guanjia.telegram.webhook-secret=hush",
                "--guanjia.telegram.rate=1000",
                "--guanjia.telegram.api-url=" + PROVIDERS.baseUrl() + "/telegram",
                "--guanjia.twilio.account-sid=AC1",
                "--guanjia.twilio.auth-token=t0ken",
                "--guanjia.twilio.from=+85230000000",
                "--guanjia.sms.rate=100",
                "--guanjia.twilio.api-url=" + PROVIDERS.baseUrl() + "/twilio");
    }

    @AfterAll
    static void stop() throws IOException {
        product.close();
        mongo.close();
        redis.close();
        PROVIDERS.stop();
    }

    @Test
    void twentySmsDroppedWhileTheStoreIsAwayGetTwentyAnswers() throws Exception {
        List<Map<String, String>> dropped = IntStream.range(0, 20)
                .mapToObj(i -> Map.of(
                        "MessageSid", "SMdrop" + i,
                        "From", "+8526100" + (1000 + i),
                        "To", "+85230000000",
                        "Body", "人工",
                        "NumMedia", "0"))
                .toList();
        mongo.pull();
        assertThat(together(20, i -> sms(dropped.get(i)))).containsOnly(503);
        listed(dropped);
        mongo.plugIn();

        SmsReconciler reconciler = product.getBean(SmsReconciler.class);
        await().ignoreExceptions().until(() -> reconciler.reconcile() >= 0);

        await().untilAsserted(() -> assertThat(smsTo().keySet())
                .containsAll(dropped.stream().map(form -> form.get("From")).toList()));
        assertThat(together(20, i -> sms(dropped.get(i)))).containsOnly(200);
        assertThat(reconciler.reconcile()).isZero();
        assertThat(smsTo().values()).as("nobody is told the same twice").allMatch(OutageTest::isWithoutDoubles);
    }

    @Test
    void telegramDeliversAgainWhatCouldNotBeStored() throws Exception {
        mongo.pull();
        assertThat(together(12, i -> switch (i) {
                    case 10 -> web();
                    case 11 -> ready();
                    default -> push(start(5_000 + i));
                }))
                .containsOnly(503);
        mongo.plugIn();
        await().until(() -> ready() == 200);
        assertThat(together(10, i -> push(start(5_000 + i)))).containsOnly(200);
        assertThat(together(10, i -> push(start(5_000 + i)))).containsOnly(200);
        everybodyIsAnsweredOnce(5_000, 10);
    }

    @Test
    void withoutRedisUpdatesAreTakenAndAnsweredWhenItIsBack(CapturedOutput log) throws Exception {
        int before = log.getAll().length();
        redis.pull();
        assertThat(together(10, i -> push(start(7_000 + i)))).containsOnly(200);
        redis.plugIn();
        everybodyIsAnsweredOnce(7_000, 10);
        String told = log.getAll().substring(before);
        assertThat(told.lines().filter(line -> line.contains("Floods aren't counted while Redis is away")))
                .as("told once for all of them")
                .hasSizeBetween(1, 3);
        assertThat(told).doesNotContain("\tat ");
    }

    /** The page of an error is drawn without the session that can't be read. */
    @Test
    void staffAreToldThatThePageCanNotBeOpenedWhileTheirSessionsAreAway(CapturedOutput log) throws Exception {
        int before = log.getAll().length();
        // A name with the prefix is for https, where this product stands by its public address.
        HttpRequest page = HttpRequest.newBuilder(uri("/console"))
                .header("Accept", "text/html")
                .header("Cookie", "__Host-guanjia_staff=" + UUID.randomUUID())
                .build();
        redis.pull();
        try {
            HttpResponse<String> answer = HTTP.send(page, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("抱歉，暂时打不开", "抱歉，暫時打不開", "can’t be opened now");
        } finally {
            redis.plugIn();
        }
        assertThat(log.getAll().substring(before))
                .contains("because a store is away")
                .doesNotContain("\tat ");
        await().ignoreExceptions()
                .until(() -> HTTP.send(page, BodyHandlers.ofString()).statusCode() < 500);
    }

    /** Messages to one chat keep their order: once the last words are answered, all before them is there. */
    private static void everybodyIsAnsweredOnce(int firstChat, int chats) throws Exception {
        List<Integer> all =
                IntStream.range(firstChat, firstChat + chats).boxed().toList();
        await().until(() -> all.stream().noneMatch(chat -> heardBy(chat).isEmpty()));
        assertThat(together(chats, i -> push(message(100_000 + firstChat + i, firstChat + i, "谢谢"))))
                .containsOnly(200);
        await().untilAsserted(() ->
                assertThat(all).allMatch(chat -> heardBy(chat).stream().anyMatch(text -> text.contains("不客气"))));
        assertThat(all).allMatch(chat -> isWithoutDoubles(heardBy(chat)));
    }

    private static boolean isWithoutDoubles(List<String> said) {
        return Set.copyOf(said).size() == said.size();
    }

    private static List<String> heardBy(int chat) {
        return PROVIDERS.getAllServeEvents().stream()
                .filter(event -> event.getRequest().getUrl().toLowerCase().endsWith("/sendmessage"))
                .map(event -> event.getRequest().getBodyAsString())
                .filter(body -> body.contains("\"" + chat + "\""))
                .toList();
    }

    private static Map<String, List<String>> smsTo() {
        return PROVIDERS.getAllServeEvents().stream()
                .filter(event -> event.getRequest().getUrl().startsWith("/twilio/"))
                .map(event -> event.getRequest().getBodyAsString())
                .filter(body -> body.contains("To="))
                .collect(Collectors.groupingBy(body ->
                        URLDecoder.decode(body.replaceFirst(".*\\bTo=([^&]*).*", "$1"), StandardCharsets.UTF_8)));
    }

    private static String start(int chat) {
        return message(chat, chat, "/start e-yihe");
    }

    private static String message(int update, int chat, String text) {
        return """
                {"update_id":%d,"message":{"message_id":1,"date":1795572000,
                 "from":{"id":%d,"is_bot":false,"first_name":"A","language_code":"zh-hans"},
                 "chat":{"id":%d,"type":"private"},"text":"%s"}}""".formatted(update, chat, chat, text);
    }

    private static int push(String update) {
        return status(HttpRequest.newBuilder(uri("/webhooks/telegram"))
                .header("Content-Type", "application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", "hush")
                .POST(BodyPublishers.ofString(update)));
    }

    private static int sms(Map<String, String> form) {
        String signature = TwilioPosts.sign("t0ken", PUBLIC_URL + "/webhooks/twilio/sms", form);
        return status(HttpRequest.newBuilder(uri("/webhooks/twilio/sms"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature)
                .POST(BodyPublishers.ofString(TwilioPosts.body(form))));
    }

    private static int web() {
        return status(HttpRequest.newBuilder(uri("/chat/messages?estate=yihe"))
                .header("Content-Type", "application/json")
                .header(ChatMessages.PAGE_HEADER, "1")
                .header("Cookie", ChatVisitor.COOKIE + "=" + "v".repeat(32))
                .POST(BodyPublishers.ofString("{\"clientId\":\"" + UUID.randomUUID() + "\",\"text\":\"在吗\"}")));
    }

    private static int ready() {
        return status(HttpRequest.newBuilder(uri("/actuator/health/readiness")));
    }

    private static int status(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + product.getEnvironment().getProperty("local.server.port") + path);
    }

    private static List<Integer> together(int times, IntUnaryOperator request) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = new ArrayList<>();
            IntFunction<Future<Integer>> one = i -> threads.submit(() -> request.applyAsInt(i));
            IntStream.range(0, times).mapToObj(one).forEach(all::add);
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : all) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /** Twilio's list of what it received. */
    private static void listed(List<Map<String, String>> forms) {
        String now = java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC));
        List<Map<String, Object>> messages = forms.stream()
                .map(form -> Map.<String, Object>of(
                        "sid",
                        form.get("MessageSid"),
                        "from",
                        form.get("From"),
                        "to",
                        form.get("To"),
                        "body",
                        form.get("Body"),
                        "num_media",
                        "0",
                        "direction",
                        "inbound",
                        "status",
                        "received",
                        "date_sent",
                        now,
                        "date_created",
                        now))
                .toList();
        try {
            String list = JSON.writeValueAsString(Map.of("messages", messages, "uri", "/", "page_size", 1000));
            PROVIDERS.stubFor(get(urlPathMatching("/twilio/.*/Messages.json")).willReturn(okJson(list)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
