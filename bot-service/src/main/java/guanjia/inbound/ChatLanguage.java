package guanjia.inbound;

import guanjia.directory.Language;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The language the page speaks: the one switched to, else the browser's first that we know, else the product's first. */
final class ChatLanguage {
    static final String COOKIE = "guanjia_lang";

    private ChatLanguage() {}

    /** @param switched what the page's switch said just now; null when it wasn't used */
    static Language of(ServerHttpRequest request, @Nullable String switched) {
        return Optional.ofNullable(switched)
                .flatMap(Language::of)
                .or(() -> Optional.ofNullable(request.getCookies().getFirst(COOKIE))
                        .map(HttpCookie::getValue)
                        .flatMap(Language::of))
                .or(() ->
                        Language.accepted(String.join(",", request.getHeaders().getOrEmpty("Accept-Language"))))
                .orElse(Language.ZH_HANS);
    }
}
