package guanjia.console;

import guanjia.staff.ApiToken;
import guanjia.staff.StaffMember;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

/**
 * Who may call the REST API: whoever has the token, and signed-in staff. A browser sends a session's cookie by itself, also for a page of
 * others; so a change made with one must carry a header that only our own pages can set.
 */
@Configuration(proxyBeanMethods = false)
@OnConsoleRole
class ApiSecurity {
    /** Any value will do. */
    static final String OWN_PAGE = "X-Requested-With";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Bean
    ApiToken apiToken(@Value("${guanjia.api-token:}") String token) {
        return new ApiToken(token);
    }

    @Bean
    @Order(3)
    SecurityWebFilterChain apiChain(
            ServerHttpSecurity http, ApiToken token, ObjectProvider<ServerSecurityContextRepository> sessions) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers(
                        "/api/**", "/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/**"))
                .authorizeExchange(all -> all.anyExchange()
                        .access((who, request) ->
                                who.map(known -> new AuthorizationDecision(mayCall(known, request.getExchange())))))
                .addFilterAt(bearer(token), SecurityWebFiltersOrder.AUTHENTICATION)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint((exchange, e) -> ProblemAnswer.notSignedIn(exchange))
                                .accessDeniedHandler((exchange, e) -> ProblemAnswer.notOwnPage(exchange)))
                .csrf(CsrfSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(sessions.getIfAvailable(NoOpServerSecurityContextRepository::getInstance))
                .build();
    }

    private static boolean mayCall(Authentication known, ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        boolean harmless =
                READING.contains(request.getMethod()) || request.getHeaders().containsHeader(OWN_PAGE);
        return known.getPrincipal() instanceof StaffMember staff && (staff.isToken() || harmless);
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
