package guanjia.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
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
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsChannelTest {
    private static final Address PHONE = new Address(ChannelKind.SMS, "+85251234567");
    private static final String PATH = "/2010-04-01/Accounts/AC1/Messages.json";
    private static final Instant SINCE = Instant.parse("2026-11-25T08:00:00Z");

    @RegisterExtension
    static final WireMockExtension TWILIO = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    private final SmsChannel channel = channel(TWILIO.baseUrl());

    @Test
    void postsNumberTextAndWhereToReport() {
        answer(aResponse().withStatus(201).withBody("{\"sid\":\"SM1\",\"status\":\"queued\"}"));

        assertThat(channel.send("d1", PHONE, Content.text("hello"))).isEqualTo(new Sent("SM1"));
        TWILIO.verify(postRequestedFor(urlPathEqualTo(PATH))
                .withRequestBody(containing("To=%2B85251234567"))
                .withRequestBody(containing("From=%2B85230000000"))
                .withRequestBody(containing("Body=hello"))
                .withRequestBody(containing("StatusCallback=https%3A%2F%2Fc.example%2Fwebhooks%2Ftwilio%2Fstatus")));
    }

    @ParameterizedTest
    @CsvSource({
        "401, 20003, CREDENTIALS, false",
        "400, 21211, UNREACHABLE, true",
        "400, 21408, NOT_PERMITTED, false",
        "400, 21608, NOT_PERMITTED, false",
        "400, 21609, CREDENTIALS, false",
        "400, 21610, OPTED_OUT, true",
        "400, 21612, UNREACHABLE, true",
        "400, 21614, UNREACHABLE, true",
        "400, 21617, CONTENT_REFUSED, false",
        "400, 21606, CREDENTIALS, false",
        "400, 20001, CONTENT_REFUSED, false",
        "400, 30007, CONTENT_REFUSED, false",
        "404, 20404, CREDENTIALS, false",
        "400, 30036, EXPIRED, false"
    })
    void knowsWhatARefusalMeans(int status, int code, FailureReason reason, boolean closes) {
        answer(error(status, code));

        assertThat(channel.send("d1", PHONE, Content.text("hi"))).isEqualTo(new Refused(reason, closes));
    }

    @ParameterizedTest
    @CsvSource({"429, 20429, 1, true", "503, 20503, 1, false", "400, 21611, 30, false", "400, 30001, 30, false"})
    void triesAgainWithOnePostEach(int status, int code, int seconds, boolean all) {
        answer(error(status, code));

        assertThat(channel.send("d1", PHONE, Content.text("hi")))
                .isEqualTo(new TryAgain(Duration.ofSeconds(seconds), all));
        TWILIO.verify(1, postRequestedFor(urlPathEqualTo(PATH)));
    }

    @Test
    void postsOnceWhenTheServerClosesThePooledConnectionAfterReading() {
        answer(aResponse().withStatus(201).withBody("{\"sid\":\"SM1\"}"));
        channel.send("d1", PHONE, Content.text("warm"));
        TWILIO.resetRequests();
        answer(aResponse().withFault(Fault.EMPTY_RESPONSE));

        assertThat(channel.send("d2", PHONE, Content.text("hi"))).isEqualTo(new Uncertain());
        TWILIO.verify(1, postRequestedFor(urlPathEqualTo(PATH)));
    }

    @Test
    void namesNoPlaceToReportToThatTwilioCannotReach() {
        URI twilio = URI.create("https://api.twilio.com");
        URI here = URI.create("http://localhost:8080/webhooks/twilio/status");
        assertThat(new DeliverySettings.Twilio("AC1", "t", "+85230000000", twilio, 1, here).canBeReportedTo())
                .isFalse();
        URI standIn = URI.create(TWILIO.baseUrl());
        assertThat(new DeliverySettings.Twilio("AC1", "t", "+85230000000", standIn, 1, here).canBeReportedTo())
                .isTrue();
    }

    @Test
    void neverSendsToSampleNumbersThroughTheRealProvider() {
        SmsChannel real = channel("https://api.twilio.com");

        for (String sample : new String[] {"+85255501234", "+8617000012345"}) {
            assertThat(real.send("d1", new Address(ChannelKind.SMS, sample), Content.text("hi")))
                    .isEqualTo(new Refused(FailureReason.NOT_PERMITTED, false));
        }
    }

    @Test
    void findsADoubtfulMessageAmongThoseSentUnlessItIsAnothersTwin() {
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(okJson("""
                {"messages": [
                  {"sid": "SM8", "body": "other", "date_created": "Wed, 25 Nov 2026 08:00:05 +0000"},
                  {"sid": "SM7", "body": "hi", "date_created": "Wed, 25 Nov 2026 08:00:05 +0000"},
                  {"sid": "SM6", "body": "hi", "date_created": "Wed, 25 Nov 2026 07:00:00 +0000"}],
                 "page_size": 100, "next_page_uri": null}""")));

        assertThat(channel.lookUp(PHONE, Content.text("hi"), SINCE, sid -> false))
                .contains("SM7");
        assertThat(channel.lookUp(PHONE, Content.text("hi"), SINCE, "SM7"::equals))
                .isEmpty();
    }

    private static void answer(ResponseDefinitionBuilder response) {
        TWILIO.stubFor(post(urlPathEqualTo(PATH)).willReturn(response));
    }

    private static ResponseDefinitionBuilder error(int status, int code) {
        return aResponse()
                .withStatus(status)
                .withBody("{\"code\":" + code + ",\"message\":\"no\",\"more_info\":\"\",\"status\":" + status + "}");
    }

    private static SmsChannel channel(String url) {
        DeliverySettings.Twilio settings = new DeliverySettings.Twilio(
                "AC1", "t", "+85230000000", URI.create(url), 1, URI.create("https://c.example/webhooks/twilio/status"));
        return new SmsChannel(TwilioLink.client(settings, Duration.ofSeconds(30)), settings);
    }
}
