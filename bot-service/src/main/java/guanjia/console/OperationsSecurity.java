package guanjia.console;

import guanjia.inbound.PageHeaders;
import guanjia.staff.ApiToken;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.HttpStatusServerEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What every process serves, whatever its roles: health for all, the metrics for the API token; all that nobody else serves is closed. */
@Configuration(proxyBeanMethods = false)
class OperationsSecurity {
    @Bean
    @Order(4)
    SecurityWebFilterChain metricsChain(ServerHttpSecurity http, @Value("${guanjia.api-token:}") String token) {
        ApiToken known = new ApiToken(token);
        return plain(http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/actuator/prometheus")))
                .authorizeExchange(all -> all.anyExchange()
                        .access((who, request) ->
                                Mono.just(new AuthorizationDecision(isSender(known, request.getExchange())))))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(new HttpStatusServerEntryPoint(HttpStatus.UNAUTHORIZED)))
                .build();
    }

    @Bean
    @Order(10)
    SecurityWebFilterChain restChain(ServerHttpSecurity http) {
        return plain(http)
                .headers(PageHeaders::strict)
                .authorizeExchange(all -> all.pathMatchers(
                                "/actuator/health/liveness",
                                "/actuator/health/readiness",
                                "/",
                                "/handbook.css",
                                "/favicon.*",
                                "/error.css",
                                "/webjars/**")
                        .permitAll()
                        .anyExchange()
                        .denyAll())
                .exceptionHandling(errors -> errors.authenticationEntryPoint((exchange, nobody) ->
                        Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)))) // shown as a page to browsers
                .build();
    }

    private static ServerHttpSecurity plain(ServerHttpSecurity http) {
        return http.csrf(CsrfSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance());
    }

    private static boolean isSender(ApiToken token, ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return header != null && token.sender(header).isPresent();
    }
}
