package guanjia.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** A member of staff's browser without scripts: keeps its cookies and the token that posts carry. */
final class StaffClient {
    static final String SESSION = "guanjia_staff";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final WebTestClient web;
    private final Map<String, String> cookies = new HashMap<>();
    private String token = "";

    StaffClient(int port) {
        web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** Opens the door and types login and password. */
    EntityExchangeResult<String> signIn(String login, String password) {
        String page = get("/console/login").getResponseBody();
        Matcher found = TOKEN.matcher(String.valueOf(page));
        if (found.find()) {
            token = found.group(1);
        }
        return form("/console/login", Map.of("username", login, "password", password, "_csrf", token));
    }

    EntityExchangeResult<String> get(String path) {
        return get(path, MediaType.TEXT_HTML);
    }

    EntityExchangeResult<String> get(String path, MediaType accepted) {
        return kept(web.get()
                .uri(path)
                .accept(accepted)
                .header("Accept-Language", "en")
                .cookies(all -> cookies.forEach(all::set))
                .exchange()
                .expectBody(String.class)
                .returnResult());
    }

    EntityExchangeResult<String> form(String path, Map<String, String> fields) {
        var form = new org.springframework.util.LinkedMultiValueMap<String, String>();
        fields.forEach(form::set);
        return kept(web.post()
                .uri(path)
                .header("Accept-Language", "en")
                .cookies(all -> cookies.forEach(all::set))
                .body(BodyInserters.fromFormData(form))
                .exchange()
                .expectBody(String.class)
                .returnResult());
    }

    /** As the page's script posts. */
    EntityExchangeResult<String> post(String path, String json) {
        return post(path, json, token);
    }

    EntityExchangeResult<String> post(String path, String json, String withToken) {
        return kept(web.post()
                .uri(path)
                .header("Accept-Language", "en")
                .header("X-CSRF-TOKEN", withToken)
                .contentType(MediaType.APPLICATION_JSON)
                .cookies(all -> cookies.forEach(all::set))
                .bodyValue(json)
                .exchange()
                .expectBody(String.class)
                .returnResult());
    }

    String session() {
        return cookies.getOrDefault(SESSION, "");
    }

    String token() {
        return token;
    }

    /** Makes the browser send another session's id. */
    void bring(String session) {
        cookies.put(SESSION, session);
    }

    static int status(EntityExchangeResult<String> answer) {
        return answer.getStatus().value();
    }

    static String body(EntityExchangeResult<String> answer) {
        return String.valueOf(answer.getResponseBody());
    }

    static void assertSentToTheDoor(EntityExchangeResult<String> answer) {
        assertThat(status(answer)).isEqualTo(303);
        assertThat(String.valueOf(answer.getResponseHeaders().getLocation())).contains("/console/login");
    }

    private EntityExchangeResult<String> kept(EntityExchangeResult<String> answer) {
        for (ResponseCookie cookie :
                answer.getResponseCookies().toSingleValueMap().values()) {
            if (cookie.getMaxAge().isZero()) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
        return answer;
    }
}
