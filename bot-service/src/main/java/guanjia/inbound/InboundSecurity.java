package guanjia.inbound;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.WebFilter;

/** Who may come in without signing in, and what the pages for everybody may do in a browser. */
@Configuration(proxyBeanMethods = false)
@OnBotRole
class InboundSecurity {
    /** Providers prove themselves by secret and signature, in the controllers. */
    @Bean
    @Order(1)
    SecurityWebFilterChain webhooksChain(ServerHttpSecurity http) {
        return http.securityMatcher(new PathPatternParserServerWebExchangeMatcher("/webhooks/**"))
                .authorizeExchange(all -> all.anyExchange().permitAll())
                .csrf(CsrfSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .build();
    }

    /** Residents' pages. Posts prove by a header of their own that our page sent them, see {@link ChatMessages}. */
    @Bean
    @Order(2)
    SecurityWebFilterChain residentsChain(ServerHttpSecurity http) {
        return http.securityMatcher(
                        ServerWebExchangeMatchers.pathMatchers("/chat", "/chat/**", "/handbook", "/handbook/**"))
                .authorizeExchange(all -> all.anyExchange().permitAll())
                .csrf(CsrfSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .headers(PageHeaders::strict)
                .build();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter bodyLimits() {
        return new BodyLimits();
    }

    /** The largest body that is read into memory is Telegram's; the filter above holds the others to less. */
    @Bean
    WebFluxConfigurer inboundBodies() {
        return new WebFluxConfigurer() {
            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
                codecs.defaultCodecs().maxInMemorySize(1_000_000);
            }

            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(new TwilioForm.Argument());
            }
        };
    }
}
