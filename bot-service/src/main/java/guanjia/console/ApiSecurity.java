package guanjia.console;

import guanjia.staff.ApiToken;
import guanjia.staff.StaffMember;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/**
 * Who may call the REST API: whoever has the token, and signed-in staff. A browser sends a session's cookie by itself, so that a change made
 * with one must carry the console's CSRF token too.
 */
@Configuration(proxyBeanMethods = false)
@OnConsoleRole
class ApiSecurity {
    private static final String SESSION = "SESSION";

    @Bean
    ApiToken apiToken(@Value("${guanjia.api-token:}") String token) {
        return new ApiToken(token);
    }

    @Bean
    @Order(3)
    SecurityWebFilterChain apiChain(ServerHttpSecurity http, ApiToken token) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers(
                        "/api/**", "/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/**"))
                .authorizeExchange(
                        all -> all.anyExchange().access((who, exchange) -> who.map(Authentication::getPrincipal)
                                .map(principal -> new org.springframework.security.authorization.AuthorizationDecision(
                                        principal instanceof StaffMember))))
                .addFilterAt(bearer(token), SecurityWebFiltersOrder.AUTHENTICATION)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint((exchange, e) -> ProblemAnswer.notSignedIn(exchange))
                                .accessDeniedHandler((exchange, e) -> ProblemAnswer.notSignedIn(exchange)))
                .csrf(
                        csrf -> csrf.requireCsrfProtectionMatcher(ApiSecurity::isByCookie)
                                .accessDeniedHandler(
                                        (exchange, e) -> ProblemAnswer.forbidden(
                                                exchange,
                                                "csrf",
                                                "Send the console's CSRF token with a change, or use the API token instead of a cookie.")))
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(new WebSessionServerSecurityContextRepository())
                .build();
    }

    private static Mono<MatchResult> isByCookie(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        HttpCookie session = exchange.getRequest().getCookies().getFirst(SESSION);
        boolean changes = method != HttpMethod.GET && method != HttpMethod.HEAD && method != HttpMethod.OPTIONS;
        boolean byToken = exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
        return changes && session != null && !byToken ? MatchResult.match() : MatchResult.notMatch();
    }

    private static WebFilter bearer(ApiToken token) {
        return (exchange, chain) -> Optional.ofNullable(
                        exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .map(header -> token.sender(header)
                        .map(sender -> chain.filter(exchange)
                                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(signedIn(sender))))
                        .orElseGet(() -> ProblemAnswer.notSignedIn(exchange)))
                .orElseGet(() -> chain.filter(exchange));
    }

    private static Authentication signedIn(StaffMember sender) {
        return UsernamePasswordAuthenticationToken.authenticated(sender, "", AuthorityUtils.NO_AUTHORITIES);
    }
}
