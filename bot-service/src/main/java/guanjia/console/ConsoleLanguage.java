package guanjia.console;

import guanjia.directory.Language;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/** The language of the staff's pages: the one switched to in this browser, else the browser's first that we know, else the product's first. */
final class ConsoleLanguage {
    /** The switch on every page. */
    static final String SWITCH = "lang";

    private static final String COOKIE = "guanjia_staff_lang";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private ConsoleLanguage() {}

    /** The words for a page; what was switched to is remembered. */
    static ConsoleWords of(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        Optional<Language> switched =
                Optional.ofNullable(request.getQueryParams().getFirst(SWITCH)).flatMap(Language::of);
        switched.ifPresent(language -> exchange.getResponse().addCookie(cookie(language)));
        Optional<Language> remembered = Optional.ofNullable(request.getCookies().getFirst(COOKIE))
                .map(HttpCookie::getValue)
                .flatMap(Language::of);
        String accepted = String.join(",", request.getHeaders().getOrEmpty("Accept-Language"));
        return ConsoleWords.in(switched.or(() -> remembered)
                .or(() -> Language.accepted(accepted))
                .orElse(Language.ZH_HANS));
    }

    private static ResponseCookie cookie(Language language) {
        return ResponseCookie.from(COOKIE, language.tag())
                .httpOnly(true)
                .sameSite("Lax")
                .path("/console")
                .maxAge(REMEMBERED)
                .build();
    }
}
