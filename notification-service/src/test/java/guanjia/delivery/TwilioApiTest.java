package guanjia.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import guanjia.delivery.TwilioApi.Media;
import guanjia.delivery.TwilioApi.Received;
import guanjia.delivery.TwilioApi.Report;
import guanjia.delivery.TwilioApi.TwilioAway;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the way in asks of Twilio, on the wire; bodies as in Twilio's API description (api.v2010.account.message). */
class TwilioApiTest {
    private static final String LIST = "/2010-04-01/Accounts/AC1/Messages.json";
    private static final Instant SINCE = Instant.parse("2026-11-24T08:00:00Z");

    @RegisterExtension
    static final WireMockExtension TWILIO = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    private final TwilioApi api = api(Duration.ofSeconds(30));

    @Test
    void listsWhatCameInOverAllPagesOldestFirst() {
        page(
                "0",
                LIST.substring(1) + "?PageSize=1000&Page=1&PageToken=PASM3",
                message("SM3", "inbound", "三", "10:00:03"),
                message("SM9", "outbound-api", "ours", "10:00:02"));
        page("1", null, message("SM2", "inbound", "二", "10:00:02"), message("SM1", "inbound", "一", "10:00:01"));

        assertThat(api.receivedSince(SINCE)).extracting(Received::sid).containsExactly("SM1", "SM2", "SM3");
        assertThat(api.receivedSince(SINCE).getFirst())
                .isEqualTo(new Received(
                        "SM1",
                        "+85261234567",
                        "+85230000000",
                        "",
                        "一",
                        List.of(),
                        Instant.parse("2026-11-25T10:00:01Z")));
        TWILIO.verify(getRequestedFor(urlPathEqualTo(LIST))
                .withBasicAuth(new BasicCredentials("AC1", "t"))
                .withQueryParam("DateSent>", equalTo("2026-11-24T08:00:00"))
                .withQueryParam("PageSize", equalTo("1000")));
    }

    @Test
    void asksForThePicturesOfAMessageThatHasSome() {
        String message =
                message("MM1", "inbound", "漏成这样", "10:00:01").replace("\"num_media\":\"0\"", "\"num_media\":\"2\"");
        TWILIO.stubFor(get(urlPathEqualTo(LIST)).willReturn(okJson(list(null, message))));
        TWILIO.stubFor(get(urlPathEqualTo("/2010-04-01/Accounts/AC1/Messages/MM1/Media.json"))
                .willReturn(okJson("""
                        {"media_list": [%s, %s], "page": 0, "page_size": 50, "next_page_uri": null}""".formatted(media("ME1", "image/jpeg"), media("ME2", "video/mp4")))));

        String base = TWILIO.baseUrl() + "/2010-04-01/Accounts/AC1/Messages/MM1/Media/";
        assertThat(api.receivedSince(SINCE).getFirst().media())
                .containsExactly(new Media("image/jpeg", base + "ME1"), new Media("video/mp4", base + "ME2"));
    }

    @ParameterizedTest
    @CsvSource({"delivered, null, 0", "undelivered, 30003, 30003", "sent, null, 0", "failed, 30008, 30008"})
    void saysWhatBecameOfAMessage(String status, String error, int code) {
        TWILIO.stubFor(get(urlPathEqualTo("/2010-04-01/Accounts/AC1/Messages/SM1.json"))
                .willReturn(okJson(message("SM1", "outbound-api", "hi", "10:00:01")
                        .replace("\"status\":\"received\"", "\"status\":\"" + status + "\"")
                        .replace("\"error_code\":null", "\"error_code\":" + error))));
        assertThat(api.statusOf("SM1")).contains(new Report(status, code));
    }

    @Test
    void doesNotKnowAMessageThatTwilioDoesNotKnow() {
        TWILIO.stubFor(get(anyUrl()).willReturn(error(404, 20404, "The requested resource was not found")));
        assertThat(api.statusOf("SM1")).isEmpty();
    }

    static Stream<ResponseDefinitionBuilder> troubles() {
        return Stream.of(
                error(401, 20003, "Authenticate"),
                error(429, 20429, "Too Many Requests"),
                error(500, 20500, "Internal Server Error"),
                aResponse().withStatus(502).withBody("<html>"),
                aResponse().withStatus(200).withBody("{\"messages\": [{"),
                aResponse().withStatus(200),
                okJson("{}").withFixedDelay(1500),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void saysThatTwilioCannotBeAskedInsteadOfThatThereIsNothing(ResponseDefinitionBuilder trouble) {
        TWILIO.stubFor(get(anyUrl()).willReturn(trouble));
        TwilioApi impatient = api(Duration.ofMillis(600));
        assertThatThrownBy(() -> impatient.receivedSince(SINCE)).isInstanceOf(TwilioAway.class);
        assertThatThrownBy(() -> impatient.statusOf("SM1")).isInstanceOf(TwilioAway.class);
        TWILIO.verify(2, getRequestedFor(anyUrl()));
    }

    @Test
    void aBreakOnALaterPageIsNoShorterList() {
        page("0", LIST.substring(1) + "?PageSize=1000&Page=1", message("SM2", "inbound", "二", "10:00:02"));
        TWILIO.stubFor(get(urlPathEqualTo(LIST))
                .withQueryParam("Page", equalTo("1"))
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThatThrownBy(() -> api.receivedSince(SINCE)).isInstanceOf(TwilioAway.class);
    }

    private static void page(String number, String next, String... messages) {
        var stub = get(urlPathEqualTo(LIST)).willReturn(okJson(list(next, messages)));
        TWILIO.stubFor(number.equals("0") ? stub : stub.withQueryParam("Page", equalTo(number)));
    }

    private static String list(String next, String... messages) {
        return "{\"messages\":[" + String.join(",", messages) + "],\"page\":0,\"page_size\":1000,\"uri\":\"" + LIST
                + "\",\"next_page_uri\":" + (next == null ? "null" : "\"/" + next + "\"") + "}";
    }

    private static String message(String sid, String direction, String body, String time) {
        return """
                {"account_sid":"AC1","api_version":"2010-04-01","body":"%s","date_created":"Wed, 25 Nov 2026 %s +0000",
                 "date_sent":"Wed, 25 Nov 2026 %s +0000","date_updated":"Wed, 25 Nov 2026 %s +0000","direction":"%s",
                 "error_code":null,"error_message":null,"from":"+85261234567","messaging_service_sid":null,"num_media":"0",
                 "num_segments":"1","price":null,"price_unit":null,"sid":"%s","status":"received","subresource_uris":{},
                 "to":"+85230000000","uri":"/2010-04-01/Accounts/AC1/Messages/%s.json"}""".formatted(body, time, time, time, direction, sid, sid);
    }

    private static String media(String sid, String type) {
        return """
                {"account_sid":"AC1","content_type":"%s","date_created":"Wed, 25 Nov 2026 10:00:01 +0000",
                 "date_updated":"Wed, 25 Nov 2026 10:00:01 +0000","parent_sid":"MM1","sid":"%s",
                 "uri":"/2010-04-01/Accounts/AC1/Messages/MM1/Media/%s.json"}""".formatted(type, sid, sid);
    }

    private static ResponseDefinitionBuilder error(int status, int code, String said) {
        return aResponse()
                .withStatus(status)
                .withBody("{\"code\":" + code + ",\"message\":\"" + said + "\",\"more_info\":\"\",\"status\":" + status
                        + "}");
    }

    private static TwilioApi api(Duration patience) {
        DeliverySettings.Twilio settings = new DeliverySettings.Twilio(
                "AC1",
                "t",
                "+85230000000",
                URI.create(TWILIO.baseUrl()),
                1,
                URI.create("https://c.example/webhooks/twilio/status"));
        return new RestTwilioApi(TwilioLink.client(settings, patience), settings);
    }
}
