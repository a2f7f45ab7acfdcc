package guanjia;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import guanjia.infra.TestStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Three processes on the same stores, one for each role: together they are the product. Telegram is WireMock. */
class RolesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final WireMockServer TELEGRAM =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static final Map<Role, ConfigurableApplicationContext> PROCESSES = new EnumMap<>(Role.class);

    @BeforeAll
    static void start() {
        TELEGRAM.start();
        TELEGRAM.stubFor(post(anyUrl()).willReturn(TelegramTakes.it()));
        String database = TestStores.freshMongoUri();
        for (Role role : Role.values()) {
            PROCESSES.put(role, start(role, database));
        }
    }

    /** In a database of Redis of its own: other tests' processes would count as the same installation. */
    private static ConfigurableApplicationContext start(Role role, String database) {
        return SpringApplication.run(
                Guanjia.class,
                "--server.port=0",
                "--guanjia.roles=" + role,
                "--spring.mongodb.uri=" + database,
                "--spring.data.redis.url=" + TestStores.redisUri() + "/3",
                "--guanjia.sample-data=false",
                "--guanjia.admin-password=not a secret here",
                "--guanjia.api-token=token",
                "--guanjia.telegram.token=1:token",
                "--guanjia.telegram.api-url=" + TELEGRAM.baseUrl(),
                "--guanjia.telegram.mode=webhook",
                "--guanjia.telegram.webhook-secret=hush");
    }

    @AfterAll
    static void stop() {
        PROCESSES.values().forEach(ConfigurableApplicationContext::close);
        TELEGRAM.stop();
    }

    @Test
    void aChatIsTakenInAnsweredSentAndTakenOverByTheProcessWhoseRoleItIs() {
        at(Role.CONSOLE)
                .put()
                .uri("/api/v1/estates/cloud")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\": \"云山苑\"}")
                .exchange()
                .expectStatus()
                .isCreated();
        tell("/start e-cloud");
        hears("云山苑");
        tell("人工");
        hears("前台");
        String chat = waiting();
        at(Role.CONSOLE)
                .post()
                .uri("/api/v1/conversations/" + chat + "/takeover")
                .exchange()
                .expectStatus()
                .isOk();
        hears("token");
        at(Role.CONSOLE)
                .post()
                .uri("/api/v1/conversations/" + chat + "/messages")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"text\": \"我是前台小林\"}")
                .exchange()
                .expectStatus()
                .isOk();
        hears("我是前台小林");
        int before = said().size();
        at(Role.CONSOLE)
                .post()
                .uri("/api/v1/conversations/" + chat + "/handback")
                .exchange()
                .expectStatus()
                .isOk();
        await().until(() -> said().size() > before);
        assertThat(said().stream().filter("我是前台小林"::equals)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "BOT, /chat",
        "BOT, /chat/chat.css",
        "BOT, /handbook.css",
        "CONSOLE, /api/v1/estates",
        "CONSOLE, /v3/api-docs"
    })
    void onlyTheProcessWhoseRoleItIsServesAPath(Role role, String path) {
        PROCESSES
                .keySet()
                .forEach(process ->
                        at(process).get().uri(path).exchange().expectStatus().isEqualTo(process == role ? 200 : 404));
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus"})
    void everyProcessTellsHowItIs(String path) {
        PROCESSES
                .keySet()
                .forEach(process ->
                        at(process).get().uri(path).exchange().expectStatus().isOk());
    }

    private static WebTestClient at(Role role) {
        int port = PROCESSES.get(role).getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .defaultHeader("Authorization", "Bearer token")
                .build();
    }

    private static void tell(String text) {
        int update = TELEGRAM.getAllServeEvents().size() * 1_000 + text.length();
        at(Role.BOT)
                .post()
                .uri("/webhooks/telegram")
                .header("X-Telegram-Bot-Api-Secret-Token", "hush")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("""
                        {"update_id":%d,"message":{"message_id":%d,"date":1795572000,
                         "from":{"id":7,"is_bot":false,"first_name":"A","language_code":"zh-hans"},
                         "chat":{"id":7,"type":"private"},"text":"%s"}}""".formatted(update, update, text))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static void hears(String words) {
        await().untilAsserted(() ->
                assertThat(said()).anySatisfy(text -> assertThat(text).contains(words)));
    }

    private static List<String> said() {
        List<String> texts = new ArrayList<>();
        TELEGRAM.getAllServeEvents().stream()
                .filter(event -> event.getRequest().getUrl().toLowerCase().endsWith("/sendmessage"))
                .forEach(event -> texts.add(
                        JSON.readTree(event.getRequest().getBody()).path("text").asString()));
        return texts;
    }

    private static String waiting() {
        byte[] list = at(Role.CONSOLE)
                .get()
                .uri("/api/v1/conversations?estate=cloud&mode=waiting")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        JsonNode chats = JSON.readTree(list);
        assertThat(chats.size()).isEqualTo(1);
        return chats.path(0).path("id").asString();
    }
}
