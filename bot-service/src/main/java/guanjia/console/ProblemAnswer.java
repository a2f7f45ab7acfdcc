package guanjia.console;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where security answers, before any controller. */
final class ProblemAnswer {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemAnswer() {}

    static Mono<Void> notSignedIn(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return write(
                exchange,
                HttpStatus.UNAUTHORIZED,
                "not-signed-in",
                "Send \"Authorization: Bearer <token>\" with the token that GUANJIA_API_TOKEN sets, or sign in at the console.");
    }

    static Mono<Void> notOwnPage(ServerWebExchange exchange) {
        return write(
                exchange,
                HttpStatus.FORBIDDEN,
                "not-own-page",
                "Send the header \"" + ApiSecurity.OWN_PAGE + "\" with a change that a session's cookie signs for.");
    }

    private static Mono<Void> write(ServerWebExchange exchange, HttpStatus status, String code, String detail) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        Problem problem = new Problem(
                status.getReasonPhrase(),
                status.value(),
                detail,
                exchange.getRequest().getPath().value(),
                code);
        DataBuffer body = response.bufferFactory().wrap(JSON.writeValueAsBytes(problem));
        return response.writeWith(Mono.just(body));
    }

    private record Problem(String title, int status, String detail, String instance, String code) {}
}
