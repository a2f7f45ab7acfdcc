package guanjia.console;

import guanjia.conversations.ConversationId;
import guanjia.staff.StaffAccounts.Pass;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;

/** {@code /console/events}: tells an open page when to read again. */
@RestController
@OnConsoleRole
class DeskEvents {
    private final DeskFeed feed;

    DeskEvents(DeskFeed feed) {
        this.feed = feed;
    }

    @GetMapping(path = "/console/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> hints(
            ServerHttpResponse response,
            WebSession session,
            @RequestParam(required = false) @Nullable String chat,
            Authentication who) {
        Pass pass =
                StaffSessions.passIn(session).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getHeaders().set("X-Accel-Buffering", "no"); // nginx holds events back otherwise
        return feed.hints(Staff.of(who), pass, Optional.ofNullable(chat).map(ConversationId::new));
    }
}
