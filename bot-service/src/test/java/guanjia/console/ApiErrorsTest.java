package guanjia.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Whatever goes wrong: a problem with a code, and the status that fits. */
class ApiErrorsTest extends ApiTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/estates", "/api/v1/conversations", "/api/v1/nothing", "/v3/api-docs", "/api/anything"})
    void nobodyGetsInWithoutAToken(String path) {
        problem(get(anybody(), path).expectHeader().valueEquals("WWW-Authenticate", "Bearer"), 401, "not-signed-in");
        for (String wrong : new String[] {"Bearer wrong", "Bearer ", "Basic YTph", "api-token"}) {
            problem(get(anybody().mutate().defaultHeader("Authorization", wrong).build(), path), 401, "not-signed-in");
        }
    }

    @Test
    void aChangeSignedForByACookieMustComeFromOurOwnPage() {
        problem(put(lured("home-manager"), "/api/v1/estates/home", "{}"), 403, "not-own-page");
        get(lured("home-manager"), "/api/v1/estates/home").expectStatus().isOk();
        put(staff("home-manager"), "/api/v1/estates/home", "{}").expectStatus().isOk();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404, not-found",
        "GET, /api/v1/estates/nowhere, 404, unknown-estate",
        "GET, /api/v1/estates/No_Good!, 404, unknown-estate",
        "DELETE, /api/v1/estates, 405, method-not-allowed",
        "DELETE, /api/v1/estates/yihe/handbooks, 405, method-not-allowed",
        "GET, /api/v1/staff, 405, method-not-allowed",
        "GET, /api/v1/estates/yihe/handbooks/none, 404, unknown-handbook",
        "DELETE, /api/v1/estates/yihe/notices-in-force/none, 404, unknown-notice",
        "GET, /api/v1/conversations/none/messages, 404, unknown-conversation",
        "POST, /api/v1/conversations/none/takeover, 404, unknown-conversation",
        "POST, /api/v1/conversations/none/handback, 404, unknown-conversation",
        "GET, /api/v1/conversations?estate=yihe&mode=SLEEPING, 400, invalid-field",
        "GET, /api/v1/conversations?estate=nowhere, 404, unknown-estate",
        "GET, /api/v1/conversations/none/messages?after=x, 400, bad-request"
    })
    void anAddressThatLeadsNowhereIsTold(String method, String path, int status, String code) {
        problem(system().method(HttpMethod.valueOf(method)).uri(path).exchange(), status, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"name\": | isn't valid JSON (line 1,",
                "not json | isn't valid JSON (line 1, column",
                "{\"languages\": \"en\"} | \"languages\"",
                "{\"officeHours\": {\"MON\": 5}} | \"officeHours.MON\"",
                "[1] | isn't of the wanted shape",
                "{\"name\": {\"x\": 1}} | \"name\""
            })
    void brokenJsonIsToldWithItsPlace(String body, String told) {
        problem(put(system(), "/api/v1/estates/yihe", body), 400, "bad-request")
                .jsonPath("$.detail")
                .value(detail -> assertThat(String.valueOf(detail)).contains(told));
    }

    @Test
    void aMissingBodyIsTold() {
        problem(
                system().put()
                        .uri("/api/v1/estates/yihe")
                        .contentType(MediaType.APPLICATION_JSON)
                        .exchange(),
                400,
                "bad-request");
    }

    @Test
    void anotherMediaTypeIsTold() {
        problem(
                system().put()
                        .uri("/api/v1/estates/yihe")
                        .contentType(MediaType.TEXT_PLAIN)
                        .bodyValue("x")
                        .exchange(),
                415,
                "unsupported-media-type");
        problem(post(system(), "/api/v1/estates/yihe/residents/import", "{}"), 415, "unsupported-media-type");
        problem(post(system(), "/api/v1/estates/yihe/handbooks", "{}"), 415, "unsupported-media-type");
    }

    @Test
    void aBodyOfTenMegabytesIsToldToBeTooLarge() {
        String large = "{\"question\": \"" + "长".repeat(4_000_000) + "\"}";
        problem(post(system(), "/api/v1/estates/yihe/answers", large), 413, "too-large");
        problem(put(system(), "/api/v1/estates/yihe", large), 413, "too-large");
        get(system(), "/api/v1/estates/yihe").expectStatus().isOk();
    }

    private static WebTestClient.BodyContentSpec problem(WebTestClient.ResponseSpec answer, int status, String code) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.detail")
                .isNotEmpty();
    }
}
