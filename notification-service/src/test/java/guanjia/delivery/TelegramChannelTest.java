package guanjia.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import guanjia.delivery.SendOutcome.Refused;
import guanjia.delivery.SendOutcome.Sent;
import guanjia.delivery.SendOutcome.TryAgain;
import guanjia.delivery.SendOutcome.Uncertain;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramChannelTest {
    private static final Address CHAT = new Address(ChannelKind.TELEGRAM, "42");
    private static final String SEND = "(?i)/base/bot1:abc/sendMessage";
    private static final String TAKEN =
            "{\"ok\":true,\"result\":{\"message_id\":7,\"date\":1,\"chat\":{\"id\":42,\"type\":\"private\"}}}";

    @RegisterExtension
    static final WireMockExtension TELEGRAM = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    private final Channel channel = channel(TELEGRAM.baseUrl() + "/base");

    @Test
    void sendsTextWithRowsOfKeysAndLinks() {
        answer(okJson(TAKEN));
        Content content = Content.withButtons(
                "请选择", List.of(List.of(new Button("报修", "t1"), new Button("手册", "https://e.hk/h"))));

        assertThat(channel.send("d1", CHAT, content)).isEqualTo(new Sent("7"));
        TELEGRAM.verify(postRequestedFor(urlMatching(SEND)).withRequestBody(equalToJson("""
                {"chat_id": "42", "text": "请选择", "reply_markup": {"inline_keyboard": [[
                  {"text": "报修", "callback_data": "t1"}, {"text": "手册", "url": "https://e.hk/h"}]]}}""", true, true)));
    }

    @Test
    void asksForTheNumberWithItsOwnKey() {
        answer(okJson(TAKEN));

        channel.send("d1", CHAT, new Content("您的号码?", List.of(List.of(new Button("发送号码", "x"))), true));

        TELEGRAM.verify(postRequestedFor(urlMatching(SEND)).withRequestBody(equalToJson("""
                {"reply_markup": {"keyboard": [[{"text": "发送号码", "request_contact": true}]]}}""", true, true)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | Bad Request: chat not found | UNREACHABLE | true",
                "400 | Bad Request: PEER_ID_INVALID | UNREACHABLE | true",
                "400 | Bad Request: message is too long | CONTENT_REFUSED | false",
                "400 | Bad Request: message text is empty | CONTENT_REFUSED | false",
                "401 | Unauthorized | CREDENTIALS | false",
                "403 | Forbidden: bot was blocked by the user | BLOCKED | true",
                "403 | Forbidden: user is deactivated | UNREACHABLE | true",
                "403 | Forbidden: bot can't initiate conversation with a user | BLOCKED | true",
                "404 | Not Found | CREDENTIALS | false"
            })
    void knowsWhatARefusalMeans(int code, String said, FailureReason reason, boolean closes) {
        answer(error(code, said, ""));

        assertThat(channel.send("d1", CHAT, Content.text("hi"))).isEqualTo(new Refused(reason, closes));
    }

    @Test
    void obeysRetryAfterForTheWholeBot() {
        answer(error(429, "Too Many Requests: retry after 3", ",\"parameters\":{\"retry_after\":3}"));

        assertThat(channel.send("d1", CHAT, Content.text("hi"))).isEqualTo(new TryAgain(Duration.ofSeconds(3), true));
    }

    @Test
    void triesAgainWhatTelegramSaysItDidNotTake() {
        answer(error(500, "Internal Server Error", ""));
        assertThat(channel.send("d1", CHAT, Content.text("hi"))).isEqualTo(new TryAgain(Duration.ofSeconds(1), false));
        answer(error(409, "Conflict", ""));
        assertThat(channel.send("d1", CHAT, Content.text("hi"))).isEqualTo(new TryAgain(Duration.ofSeconds(1), false));
        answer(aResponse().withStatus(503).withBody("<html>busy"));
        assertThat(channel.send("d1", CHAT, Content.text("hi"))).isEqualTo(new TryAgain(Duration.ofSeconds(1), false));
    }

    @Test
    void postsOnceWhenTheServerClosesThePooledConnectionAfterReading() {
        answer(okJson(TAKEN));
        channel.send("d1", CHAT, Content.text("warm"));
        TELEGRAM.resetRequests();
        answer(aResponse().withFault(Fault.EMPTY_RESPONSE));

        assertThat(channel.send("d2", CHAT, Content.text("hi"))).isEqualTo(new Uncertain());
        TELEGRAM.verify(1, postRequestedFor(urlMatching(SEND)));
    }

    @Test
    void cutsLongTextsAndKeepsTheButtonsUnderTheLastPart() {
        List<Content> parts =
                channel.split(Content.withButtons("一二三四五六七八九。".repeat(500), List.of(List.of(new Button("好", "t")))));

        assertThat(parts).hasSize(2).allMatch(part -> part.text().length() <= 4096);
        assertThat(parts.getFirst().buttons()).isEmpty();
        assertThat(parts.getLast().buttons()).hasSize(1);
        assertThat(parts.getFirst().text()).endsWith("。");
    }

    private static void answer(ResponseDefinitionBuilder response) {
        TELEGRAM.stubFor(post(urlMatching(SEND)).willReturn(response));
    }

    private static ResponseDefinitionBuilder error(int code, String said, String more) {
        return aResponse()
                .withStatus(code)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + said + "\"" + more + "}");
    }

    private static Channel channel(String url) {
        return new TelegramChannel(
                new TelegramLink(new DeliverySettings.Telegram("1:abc", URI.create(url), 30), Duration.ofSeconds(30)));
    }
}
