package guanjia.inbound;

import guanjia.directory.EstateCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;

/** The lines of a chat as server-sent events; their ids are the lines' numbers, so that a browser comes back with the last it has. */
@RestController
@OnBotRole
final class ChatEvents {
    private final ChatFeed feed;

    ChatEvents(ChatFeed feed) {
        this.feed = feed;
    }

    @GetMapping(path = "/chat/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> lines(
            ServerHttpRequest request,
            ServerHttpResponse response,
            @RequestParam(name = "estate", required = false) @Nullable String estate,
            @RequestParam(name = "after", defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        ChatVisitor visitor = ChatVisitor.of(request.getCookies())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getHeaders().set("X-Accel-Buffering", "no"); // nginx holds events back otherwise
        Optional<EstateCode> code = Optional.ofNullable(estate).flatMap(EstateCode::parse);
        return feed.after(visitor.chatWith(code), Math.max(after, number(lastEventId)));
    }

    private static long number(@Nullable String id) {
        return id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }
}
