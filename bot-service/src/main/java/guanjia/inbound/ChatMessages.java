package guanjia.inbound;

import guanjia.conversations.Inbound;
import guanjia.conversations.InboundContent;
import guanjia.conversations.InboundContent.Press;
import guanjia.conversations.InboundContent.Text;
import guanjia.conversations.Mailbox;
import guanjia.delivery.Address;
import guanjia.delivery.ChannelKind;
import guanjia.directory.EstateCode;
import guanjia.directory.Language;
import guanjia.inbound.InboundMeter.Outcome;
import guanjia.stores.TroubleLog;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes what was written on the page. Answers: 202 stored (also when it was here before); 400 not a message; 401 no cookie; 403 not from our
 * page; 413 over 64 kB; 422 too long; 429 too many; 503 not stored, send again. All but 202 carry a sentence for the resident.
 */
@RestController
@OnBotRole
final class ChatMessages {
    /** Only a script of our own pages can set it: other sites would need a permission that nobody gives. */
    static final String PAGE_HEADER = "X-Guanjia-Chat";

    static final int LONGEST_TEXT = 2_000;

    private static final TroubleLog TROUBLE = TroubleLog.of(ChatMessages.class);
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");

    /** @param clientId the page's id of it @param text words @param press a button's token, instead of words @param lang the page's language */
    record Said(
            @Nullable String clientId,
            @Nullable String text,
            @Nullable String press,
            @Nullable String lang) {}

    /** @param code for the page @param message for the resident; empty when all is well */
    record Answer(String code, String message) {}

    private final Mailbox mailbox;
    private final InboundWords words;
    private final InboundMeter meter;
    private final Clock clock;

    ChatMessages(Mailbox mailbox, InboundWords words, InboundMeter meter, Clock clock) {
        this.mailbox = mailbox;
        this.words = words;
        this.meter = meter;
        this.clock = clock;
    }

    @PostMapping(path = "/chat/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> take(
            ServerHttpRequest request,
            @RequestParam(name = "estate", required = false) @Nullable String estate,
            @RequestBody Said said) {
        Language language = ChatLanguage.of(request, said.lang());
        Optional<ChatVisitor> visitor = ChatVisitor.of(request.getCookies());
        if (!isFromOurPage(request)) {
            meter.count(ChannelKind.WEB, Outcome.FORGED, "message");
            return no(HttpStatus.FORBIDDEN, "not-our-page", language);
        }
        if (visitor.isEmpty()) {
            return no(HttpStatus.UNAUTHORIZED, "no-session", language);
        }
        if (said.text() != null && said.text().codePointCount(0, said.text().length()) > LONGEST_TEXT) {
            return no(HttpStatus.UNPROCESSABLE_CONTENT, "too-long", language);
        }
        Optional<EstateCode> code = Optional.ofNullable(estate).flatMap(EstateCode::parse);
        return inbound(said, visitor.get().chatWith(code), code, language)
                .map(inbound -> store(inbound, language))
                .orElseGet(() -> no(HttpStatus.BAD_REQUEST, "not-a-message", language));
    }

    private static boolean isFromOurPage(ServerHttpRequest request) {
        String site = request.getHeaders().getFirst("Sec-Fetch-Site");
        return request.getHeaders().containsHeader(PAGE_HEADER)
                && (site == null || Set.of("same-origin", "none").contains(site));
    }

    private Optional<Inbound> inbound(Said said, Address chat, Optional<EstateCode> estate, Language language) {
        String clientId = said.clientId();
        Optional<InboundContent> content = content(said);
        if (clientId == null || !CLIENT_ID.matcher(clientId).matches()) {
            return Optional.empty();
        }
        return content.map(what -> new Inbound(clientId, chat, clock.instant(), estate, Optional.of(language), what));
    }

    private static Optional<InboundContent> content(Said said) {
        if (said.press() != null && !said.press().isBlank() && said.press().length() <= 64) {
            return Optional.of(new Press(said.press()));
        }
        return Optional.ofNullable(said.text()).filter(text -> !text.isBlank()).map(text -> new Text(text.strip()));
    }

    private ResponseEntity<Answer> store(Inbound inbound, Language language) {
        Mailbox.Acceptance acceptance;
        try {
            acceptance = mailbox.accept(inbound);
        } catch (RuntimeException e) {
            meter.count(ChannelKind.WEB, Outcome.STORE_AWAY, "message");
            TROUBLE.tell("A message of the web chat can't be stored; the page sends it again", e);
            return no(HttpStatus.SERVICE_UNAVAILABLE, "store-away", language);
        }
        return switch (acceptance) {
            case ACCEPTED, REPLAYED -> {
                meter.count(
                        ChannelKind.WEB,
                        Outcome.TAKEN,
                        inbound.content().getClass().getSimpleName());
                yield ResponseEntity.status(HttpStatus.ACCEPTED).body(new Answer("taken", ""));
            }
            case REFUSED -> no(HttpStatus.TOO_MANY_REQUESTS, "too-many", language);
        };
    }

    private ResponseEntity<Answer> no(HttpStatus status, String code, Language language) {
        return ResponseEntity.status(status).body(new Answer(code, words.say(language, "refused." + code)));
    }
}
