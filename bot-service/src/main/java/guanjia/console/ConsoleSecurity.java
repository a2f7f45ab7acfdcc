package guanjia.console;

import guanjia.inbound.PageHeaders;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** Who may open the pages of staff, and what these may do in a browser. Roles and estates are checked by the services behind. */
@Configuration(proxyBeanMethods = false)
@OnConsoleRole
class ConsoleSecurity {
    private final boolean https;

    ConsoleSecurity(@Value("${guanjia.public-url}") String publicUrl) {
        this.https = publicUrl.strip().startsWith("https:");
    }

    @Bean
    @Order(5)
    SecurityWebFilterChain consoleChain(ServerHttpSecurity http, StaffSessions sessions) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/console", "/console/**"))
                .authorizeExchange(all -> all.pathMatchers("/console/login", "/console/*.css", "/console/*.js")
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .securityContextRepository(sessions)
                .exceptionHandling(errors -> errors.authenticationEntryPoint((exchange, e) -> toSignIn(exchange)))
                .csrf(csrf ->
                        csrf.csrfTokenRepository(tokens()).accessDeniedHandler((exchange, e) -> tokenIsOld(exchange)))
                .requestCache(RequestCacheSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .headers(PageHeaders::strict)
                .build();
    }

    /** Until the browser is closed or the session ends by itself, whichever is sooner. */
    @Bean
    WebSessionIdResolver sessionCookie() {
        CookieWebSessionIdResolver resolver = new CookieWebSessionIdResolver();
        resolver.setCookieName(name("guanjia_staff"));
        resolver.setCookieMaxAge(Duration.ofSeconds(-1));
        resolver.addCookieInitializer(
                cookie -> cookie.httpOnly(true).secure(https).sameSite("Lax").path("/"));
        return resolver;
    }

    /** Double submit: the page carries what the cookie holds, masked anew each time. */
    private CookieServerCsrfTokenRepository tokens() {
        CookieServerCsrfTokenRepository repository = new CookieServerCsrfTokenRepository();
        repository.setCookieName(name("guanjia_csrf"));
        repository.setHeaderName("X-CSRF-TOKEN");
        repository.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(https).sameSite("Lax").path("/"));
        return repository;
    }

    /** Browsers let nobody but this very host set such a cookie, and only over https. */
    private String name(String cookie) {
        return https ? "__Host-" + cookie : cookie;
    }

    private static Mono<Void> toSignIn(ServerWebExchange exchange) {
        if (isPage(exchange.getRequest())) {
            String next = exchange.getRequest().getPath().value();
            return redirect(exchange, "/console/login?next=" + UriUtils.encode(next, StandardCharsets.UTF_8));
        }
        return status(exchange, HttpStatus.UNAUTHORIZED);
    }

    /** A form that lay open too long to still have its cookie gets a fresh one. */
    private static Mono<Void> tokenIsOld(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().equals("/console/login")
                ? redirect(exchange, "/console/login?stale")
                : status(exchange, HttpStatus.FORBIDDEN);
    }

    /** Scripts and event streams are told by a status; only what fills the window is led elsewhere. */
    private static boolean isPage(ServerHttpRequest request) {
        return !request.getHeaders().containsHeader("HX-Request")
                && String.valueOf(request.getHeaders().getFirst("Accept")).contains("text/html");
    }

    private static Mono<Void> redirect(ServerWebExchange exchange, String address) {
        exchange.getResponse().getHeaders().setLocation(URI.create(address));
        return status(exchange, HttpStatus.SEE_OTHER);
    }

    private static Mono<Void> status(ServerWebExchange exchange, HttpStatus status) {
        exchange.getResponse().setStatusCode(status);
        return exchange.getResponse().setComplete();
    }
}
