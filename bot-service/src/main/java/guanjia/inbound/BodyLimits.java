package guanjia.inbound;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Turns away bodies that are too long (413), before they are read where the sender says the length, else while they are. */
final class BodyLimits implements WebFilter {
    /** Bytes by path: an update of Telegram is a few kB; Twilio's forms and the page's messages are less. */
    private static final Map<String, Long> LIMITS = Map.of(
            "/webhooks/telegram", 1_000_000L,
            "/webhooks/twilio/sms", 64_000L,
            "/webhooks/twilio/status", 64_000L,
            "/chat/messages", 64_000L);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Long limit = LIMITS.get(exchange.getRequest().getPath().value());
        if (limit == null) {
            return chain.filter(exchange);
        }
        if (exchange.getRequest().getHeaders().getContentLength() > limit) {
            exchange.getResponse().setStatusCode(HttpStatus.CONTENT_TOO_LARGE);
            return exchange.getResponse().setComplete();
        }
        ServerHttpRequest counted = new Counted(exchange.getRequest(), limit);
        return chain.filter(exchange.mutate().request(counted).build());
    }

    private static final class Counted extends ServerHttpRequestDecorator {
        private final long limit;

        Counted(ServerHttpRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            AtomicLong read = new AtomicLong();
            return super.getBody().handle((part, next) -> {
                if (read.addAndGet(part.readableByteCount()) > limit) {
                    DataBufferUtils.release(part);
                    next.error(new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE));
                } else {
                    next.next(part);
                }
            });
        }
    }
}
