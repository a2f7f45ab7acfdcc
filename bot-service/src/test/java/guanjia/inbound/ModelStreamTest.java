package guanjia.inbound;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import guanjia.Guanjia;
import guanjia.infra.TestStores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;

/**
 * The whole product with a language model: from the page's message over the model's stream to what the page hears. The three chats wait
 * for the model at the same time.
 */
class ModelStreamTest {
    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENTS =
            new ParameterizedTypeReference<>() {};
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The product's own is 8 s; a reply takes about half of it, and its first sentence is there after a third of that. */
    private static final Duration LIMIT = Duration.ofSeconds(7);

    private static final int MILLIS_OF_A_REPLY = 3_500;
    private static final String QUOTE = "15:00–21:00";
    private static final String EXTRACT = "泳池 5 月 1 日至 10 月 15 日开放";

    private static final LiveModel MODEL = new LiveModel();
    private static final WireMockServer WIRE =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().extensions(MODEL));

    private static ConfigurableApplicationContext product;

    @BeforeAll
    static void start() {
        WIRE.start();
        WIRE.stubFor(
                post(urlEqualTo("/v1/chat/completions")).willReturn(aResponse().withTransformers(MODEL.getName())));
        product = SpringApplication.run(
                Guanjia.class,
                "--server.port=0",
                "--spring.mongodb.uri=" + TestStores.freshMongoUri(),
                "--spring.data.redis.url=" + TestStores.redisUri(),
                "--guanjia.sample-data=true",
                "--guanjia.clock=2026-11-25T02:00:00Z",
                "--guanjia.llm.base-url=" + WIRE.baseUrl() + "/v1",
                "--guanjia.llm.model=live",
                "--guanjia.llm.timeout=" + LIMIT);
    }

    @AfterAll
    static void stop() {
        product.close();
        WIRE.stop();
    }

    @Test
    void thePageShowsCheckedSentencesAsTheyComeAndNeverWhatWasInventedOrCameTooLate() {
        MODEL.says("泳池几点关门", "泳池晚上 21:00 关门。下午从 15:00 开始。欢迎您来！", QUOTE, MILLIS_OF_A_REPLY);
        MODEL.says("泳池开到几点", "泳池晚上 21:00 关门。周末延长到 23:30。欢迎您来！", QUOTE, MILLIS_OF_A_REPLY);
        MODEL.saysLate(
                "泳池几点开门", "泳池早上 07:00 开门。", QUOTE, (int) LIMIT.multipliedBy(2).toMillis());
        try (Visitor honest = new Visitor();
                Visitor inventive = new Visitor();
                Visitor slow = new Visitor()) {
            honest.asks("泳池几点关门？");
            inventive.asks("泳池开到几点？");
            slow.asks("泳池几点开门？");

            assertThat(honest.answer())
                    .startsWith("泳池晚上 21:00 关门。下午从 15:00 开始。欢迎您来！")
                    .contains("出处");
            assertThat(inventive.answer()).contains(EXTRACT, "出处").doesNotContain("23:30");
            assertThat(honest.drafts())
                    .isSubsetOf("泳池晚上 21:00 关门。", "泳池晚上 21:00 关门。下午从 15:00 开始。", "泳池晚上 21:00 关门。下午从 15:00 开始。欢迎您来！");
            assertThat(inventive.drafts()).isSubsetOf("泳池晚上 21:00 关门。");
            assertThat(honest.drafts().size() + inventive.drafts().size())
                    .as(
                            "A page reads its chat's draft when it is told; a busy machine may let one page come too late, not both")
                    .isPositive();
            assertThat(slow.answer()).contains(EXTRACT, "出处");
            assertThat(slow.drafts()).isEmpty();
        }
    }

    /** An open page of somebody without a name. */
    private static final class Visitor implements AutoCloseable {
        private final WebClient client = WebClient.builder()
                .baseUrl("http://127.0.0.1:" + product.getEnvironment().getProperty("local.server.port"))
                .defaultCookie(ChatVisitor.COOKIE, UUID.randomUUID().toString().replace("-", ""))
                .build();
        private final List<ServerSentEvent<Map<String, Object>>> heard = new CopyOnWriteArrayList<>();
        private final Disposable page = client.get()
                .uri("/chat/events?estate=yihe")
                .retrieve()
                .bodyToFlux(EVENTS)
                .subscribe(heard::add);

        void asks(String words) {
            await().atMost(PATIENCE).until(() -> !heard.isEmpty()); // the first beat: the page listens
            client.post()
                    .uri("/chat/messages?estate=yihe")
                    .header(ChatMessages.PAGE_HEADER, "1")
                    .bodyValue(Map.of("clientId", UUID.randomUUID().toString(), "text", words))
                    .retrieve()
                    .toBodilessEntity()
                    .block(PATIENCE);
        }

        String answer() {
            await().atMost(PATIENCE).until(() -> !said("BOT").isEmpty());
            assertThat(said("BOT")).hasSize(1);
            assertThat(heard.stream().filter(event -> "draft".equals(event.event()) || isBot(event)))
                    .last()
                    .matches(Visitor::isBot, "the answer ends its drafts");
            return said("BOT").getFirst();
        }

        List<String> drafts() {
            return heard.stream()
                    .filter(event -> "draft".equals(event.event()))
                    .map(event -> event.data().get("text").toString())
                    .toList();
        }

        private List<String> said(String who) {
            return heard.stream()
                    .filter(event -> "line".equals(event.event())
                            && event.data().get("who").equals(who))
                    .map(event -> event.data().get("text").toString())
                    .toList();
        }

        private static boolean isBot(ServerSentEvent<Map<String, Object>> event) {
            return "line".equals(event.event()) && event.data().get("who").equals("BOT");
        }

        @Override
        public void close() {
            page.dispose();
        }
    }
}
