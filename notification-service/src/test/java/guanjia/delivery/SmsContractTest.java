package guanjia.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Errors as Twilio writes them (twilio.com/docs/api/errors). */
class SmsContractTest extends ChannelContract {
    @RegisterExtension
    static final WireMockExtension TWILIO = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    @Override
    Channel with(Provider provider) {
        TWILIO.stubFor(post(anyUrl()).willReturn(answer(provider)));
        String url = provider == Provider.IS_NOT_THERE ? "http://127.0.0.1:1" : TWILIO.baseUrl();
        DeliverySettings.Twilio settings = new DeliverySettings.Twilio(
                "AC1", "t", "+85230000000", URI.create(url), 1, URI.create("https://c.example/webhooks/twilio/status"));
        return new SmsChannel(TwilioLink.client(settings, patience(provider)), settings);
    }

    @Override
    Address somebody() {
        return new Address(ChannelKind.SMS, "+85251234567");
    }

    @Override
    int posts() {
        return TWILIO.getAllServeEvents().size();
    }

    private static ResponseDefinitionBuilder answer(Provider provider) {
        return switch (provider) {
            case TAKES, IS_NOT_THERE -> taken();
            case KNOWS_NO_SUCH_ADDRESS -> error(400, 21211, "The 'To' number +852 is not a valid phone number.");
            case SAYS_THE_PERSON_WANTS_NOTHING -> error(400, 21610, "Attempt to send to unsubscribed recipient");
            case REFUSES_THE_CONTENT ->
                error(400, 21617, "The concatenated message body exceeds the 1600 character limit");
            case KNOWS_US_NOT -> error(401, 20003, "Authenticate");
            case WANTS_FEWER -> error(429, 20429, "Too Many Requests");
            case IS_DOWN_AND_SAYS_SO -> error(503, 20503, "Service Unavailable");
            case SENDS_AN_ERROR_PAGE -> aResponse().withStatus(503).withBody("<html>busy</html>");
            case HIDES_BEHIND_A_BROKEN_GATEWAY -> aResponse().withStatus(502).withBody("<html>bad gateway</html>");
            case TAKES_BUT_ANSWERS_NONSENSE -> aResponse().withStatus(201).withBody("{\"sid\":");
            case TAKES_BUT_ANSWERS_NOTHING -> aResponse().withStatus(201);
            case ANSWERS_TOO_LATE -> taken().withFixedDelay(1500);
            case CUTS_THE_CONNECTION_AFTER_READING -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
            case CUTS_THE_CONNECTION_IN_ITS_ANSWER -> aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK);
        };
    }

    private static ResponseDefinitionBuilder taken() {
        return aResponse().withStatus(201).withBody("{\"sid\":\"SM1\",\"status\":\"queued\",\"error_code\":null}");
    }

    private static ResponseDefinitionBuilder error(int status, int code, String said) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"code\":" + code + ",\"message\":\"" + said
                        + "\",\"more_info\":\"https://www.twilio.com/docs/errors/" + code + "\",\"status\":" + status
                        + "}");
    }
}
