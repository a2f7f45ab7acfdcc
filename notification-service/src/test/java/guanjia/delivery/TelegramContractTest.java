package guanjia.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Errors as the Bot API server writes them (tdlib/telegram-bot-api). */
class TelegramContractTest extends ChannelContract {
    private static final String TAKEN =
            "{\"ok\":true,\"result\":{\"message_id\":7,\"date\":1,\"chat\":{\"id\":42,\"type\":\"private\"}}}";

    @RegisterExtension
    static final WireMockExtension TELEGRAM = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    @Override
    Channel with(Provider provider) {
        TELEGRAM.stubFor(post(anyUrl()).willReturn(answer(provider)));
        String url = provider == Provider.IS_NOT_THERE ? "http://127.0.0.1:1" : TELEGRAM.baseUrl();
        return new TelegramChannel(
                new TelegramLink(new DeliverySettings.Telegram("1:abc", URI.create(url), 30), patience(provider)));
    }

    @Override
    Address somebody() {
        return new Address(ChannelKind.TELEGRAM, "42");
    }

    @Override
    int posts() {
        return TELEGRAM.getAllServeEvents().size();
    }

    private static ResponseDefinitionBuilder answer(Provider provider) {
        return switch (provider) {
            case TAKES, IS_NOT_THERE -> okJson(TAKEN);
            case KNOWS_NO_SUCH_ADDRESS -> error(400, "Bad Request: chat not found", "");
            case SAYS_THE_PERSON_WANTS_NOTHING -> error(403, "Forbidden: bot was blocked by the user", "");
            case REFUSES_THE_CONTENT -> error(400, "Bad Request: message is too long", "");
            case KNOWS_US_NOT -> error(401, "Unauthorized", "");
            case WANTS_FEWER -> error(429, "Too Many Requests: retry after 4", ",\"parameters\":{\"retry_after\":4}");
            case IS_DOWN_AND_SAYS_SO -> error(500, "Internal Server Error: restart", "");
            case SENDS_AN_ERROR_PAGE -> aResponse().withStatus(503).withBody("<html>busy</html>");
            case HIDES_BEHIND_A_BROKEN_GATEWAY -> aResponse().withStatus(502).withBody("<html>bad gateway</html>");
            case TAKES_BUT_ANSWERS_NONSENSE -> aResponse().withStatus(200).withBody("{\"ok\":tr");
            case TAKES_BUT_ANSWERS_NOTHING -> aResponse().withStatus(200);
            case ANSWERS_TOO_LATE -> okJson(TAKEN).withFixedDelay(1500);
            case CUTS_THE_CONNECTION_AFTER_READING -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
            case CUTS_THE_CONNECTION_IN_ITS_ANSWER -> aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK);
        };
    }

    private static ResponseDefinitionBuilder error(int code, String said, String more) {
        return aResponse()
                .withStatus(code)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + said + "\"" + more + "}");
    }
}
