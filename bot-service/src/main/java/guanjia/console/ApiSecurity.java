package guanjia.console;

import guanjia.staff.StaffMember;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.HttpStatusServerEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.WebFilter;

/** Who may call the REST API and read the metrics: whoever has the token; and what is open to all, which is health alone. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    private static final String BEARER = "Bearer ";

    @Bean
    @Order(3)
    SecurityWebFilterChain apiChain(ServerHttpSecurity http, @Value("${guanjia.api-token:}") String token) {
        return http.securityMatcher(
                        ServerWebExchangeMatchers.pathMatchers("/api/**", "/v3/api-docs/**", "/actuator/prometheus"))
                .authorizeExchange(all -> all.anyExchange().authenticated())
                .addFilterAt(tokenFilter(token), SecurityWebFiltersOrder.AUTHENTICATION)
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(new HttpStatusServerEntryPoint(HttpStatus.UNAUTHORIZED)))
                .csrf(CsrfSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .build();
    }

    /** Everything that no other chain knows: health and the files of pages are open, the rest is closed. */
    @Bean
    @Order(10)
    SecurityWebFilterChain restChain(ServerHttpSecurity http) {
        return http.authorizeExchange(
                        all -> all.pathMatchers("/actuator/health/**", "/handbook.css", "/webjars/**", "/favicon.*")
                                .permitAll()
                                .anyExchange()
                                .denyAll())
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new HttpStatusServerEntryPoint(HttpStatus.NOT_FOUND)))
                .csrf(CsrfSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .build();
    }

    private static WebFilter tokenFilter(String token) {
        var staff = new UsernamePasswordAuthenticationToken(
                StaffMember.ofToken("token"), null, List.of(new SimpleGrantedAuthority("ROLE_ADMIN")));
        return (exchange, chain) -> {
            String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
            return matches(token, header)
                    ? chain.filter(exchange).contextWrite(ReactiveSecurityContextHolder.withAuthentication(staff))
                    : chain.filter(exchange);
        };
    }

    private static boolean matches(String token, @Nullable String header) {
        return !token.isBlank()
                && header != null
                && header.startsWith(BEARER)
                && MessageDigest.isEqual(bytes(token), bytes(header.substring(BEARER.length())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
