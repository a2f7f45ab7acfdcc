package guanjia.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import guanjia.delivery.TelegramApi.Fetched;
import guanjia.delivery.TelegramApi.TelegramAway;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the way in says to Telegram, on the wire. */
class TelegramApiTest {
    private static final String BOT = "/base/bot1:abc/";
    private static final ResponseDefinitionBuilder YES = okJson("{\"ok\":true,\"result\":true}");

    @RegisterExtension
    static final WireMockExtension TELEGRAM = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    private final TelegramApi api = api(TELEGRAM.baseUrl() + "/base");

    @Test
    void answersAPress() {
        TELEGRAM.stubFor(post(anyUrl()).willReturn(YES));
        api.answerCallback("4382bfdwdsb323b2d9");
        said("answerCallbackQuery", "{\"callback_query_id\": \"4382bfdwdsb323b2d9\"}");
    }

    @Test
    void registersCommandsInOrderAndInALanguage() {
        TELEGRAM.stubFor(post(anyUrl()).willReturn(YES));
        Map<String, String> commands = new LinkedHashMap<>();
        commands.put("menu", "打开菜单");
        commands.put("human", "请前台同事接待");
        api.setCommands("zh", commands);
        api.setCommands("", commands);
        String list = "[{\"command\": \"menu\", \"description\": \"打开菜单\"},"
                + " {\"command\": \"human\", \"description\": \"请前台同事接待\"}]";
        said("setMyCommands", "{\"language_code\": \"zh\", \"commands\": " + list + "}");
        said("setMyCommands", "{\"commands\": " + list + "}");
    }

    @Test
    void tellsWhereToPushWithTheSecretAndTheKindsWanted() {
        TELEGRAM.stubFor(post(anyUrl()).willReturn(YES));
        api.setWebhook("https://chat.example.com/webhooks/telegram", "hush", Set.of("message", "callback_query"));
        said("setWebhook", """
                {"url": "https://chat.example.com/webhooks/telegram", "secret_token": "hush",
                 "allowed_updates": ["callback_query", "message"]}""");
    }

    @Test
    void keepsWaitingUpdatesWhenPushingEnds() {
        TELEGRAM.stubFor(post(anyUrl()).willReturn(YES));
        api.deleteWebhook();
        said("deleteWebhook", "{\"drop_pending_updates\": false}");
    }

    @Test
    void fetchesFromAnOffsetAndNamesTheKindsEachTime() {
        TELEGRAM.stubFor(post(anyUrl()).willReturn(okJson("{\"ok\":true,\"result\":[{\"update_id\":7}]}")));
        assertThat(api.getUpdates(9_000_000_007L, Duration.ofSeconds(10), Set.of("message")))
                .isInstanceOfSatisfying(
                        Fetched.Batch.class, batch -> assertThat(new String(batch.json(), StandardCharsets.UTF_8))
                                .contains("\"update_id\":7"));
        said("getUpdates", "{\"offset\": 9000000007, \"timeout\": 10, \"allowed_updates\": [\"message\"]}");
    }

    static Stream<Map.Entry<ResponseDefinitionBuilder, Fetched>> troubles() {
        return Stream.of(
                Map.entry(error(409, "Conflict: terminated by other getUpdates request", ""), new Fetched.Conflict()),
                Map.entry(
                        error(
                                409,
                                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to"
                                        + " delete the webhook first",
                                ""),
                        new Fetched.Conflict()),
                Map.entry(error(401, "Unauthorized", ""), new Fetched.UnknownToken()),
                Map.entry(error(404, "Not Found", ""), new Fetched.UnknownToken()),
                Map.entry(
                        error(429, "Too Many Requests: retry after 17", ",\"parameters\":{\"retry_after\":17}"),
                        new Fetched.Away(Duration.ofSeconds(17))),
                Map.entry(error(500, "Internal Server Error: restart", ""), new Fetched.Away(Duration.ZERO)),
                Map.entry(aResponse().withStatus(502).withBody("<html>"), new Fetched.Away(Duration.ZERO)),
                Map.entry(aResponse().withStatus(200).withBody("{\"ok\":true,\"resu"), new Fetched.Away(Duration.ZERO)),
                Map.entry(aResponse().withStatus(200), new Fetched.Away(Duration.ZERO)),
                Map.entry(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), new Fetched.Away(Duration.ZERO)),
                Map.entry(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE), new Fetched.Away(Duration.ZERO)),
                Map.entry(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), new Fetched.Away(Duration.ZERO)));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void saysWhatKeepsItFromFetching(Map.Entry<ResponseDefinitionBuilder, Fetched> trouble) {
        TELEGRAM.stubFor(post(anyUrl()).willReturn(trouble.getKey()));
        assertThat(api.getUpdates(0, Duration.ZERO, Set.of("message"))).isEqualTo(trouble.getValue());
    }

    @Test
    void saysThatNobodyIsThere() {
        assertThat(api("http://127.0.0.1:1").getUpdates(0, Duration.ZERO, Set.of()))
                .isEqualTo(new Fetched.Away(Duration.ZERO));
    }

    @Test
    void complainsWithoutTheTokenAndWithoutTelegramsWords() {
        TELEGRAM.stubFor(post(anyUrl()).willReturn(error(400, "Bad Request: query is too old (chat 42)", "")));
        assertThatThrownBy(() -> api.answerCallback("1"))
                .isInstanceOf(TelegramAway.class)
                .hasMessage("Telegram answered 400 to answerCallbackQuery.");
        TELEGRAM.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThatThrownBy(() -> api.answerCallback("1"))
                .isInstanceOf(TelegramAway.class)
                .hasMessageNotContainingAny("1:abc", "127.0.0.1", "localhost");
    }

    @Test
    void fetchesAFileFromTheSetAddressUpToALimit() {
        TELEGRAM.stubFor(post(urlEqualTo(BOT + "getFile"))
                .willReturn(
                        okJson("{\"ok\":true,\"result\":{\"file_id\":\"f\",\"file_path\":\"photos/file_1.jpg\"}}")));
        TELEGRAM.stubFor(get(urlEqualTo("/base/file/bot1:abc/photos/file_1.jpg"))
                .willReturn(aResponse().withBody(new byte[1000])));
        assertThat(api.fetchFile("f", 1000)).hasSize(1000);
        assertThatThrownBy(() -> api.fetchFile("f", 999)).isInstanceOf(TelegramAway.class);
        TELEGRAM.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404)));
        assertThatThrownBy(() -> api.fetchFile("f", 1000)).isInstanceOf(TelegramAway.class);
    }

    private static void said(String method, String json) {
        TELEGRAM.verify(1, postRequestedFor(urlEqualTo(BOT + method)).withRequestBody(equalToJson(json)));
    }

    private static ResponseDefinitionBuilder error(int code, String said, String more) {
        return aResponse()
                .withStatus(code)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + said + "\"" + more + "}");
    }

    private static TelegramApi api(String url) {
        DeliverySettings.Telegram settings = new DeliverySettings.Telegram("1:abc", URI.create(url), 30);
        return new OkHttpTelegramApi(new TelegramLink(settings, Duration.ofSeconds(30)), settings);
    }
}
