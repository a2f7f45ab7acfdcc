package guanjia.console;

import guanjia.conversations.ConversationId;
import guanjia.conversations.HandOffs;
import guanjia.conversations.Mode;
import guanjia.conversations.TranscriptLine;
import guanjia.directory.EstateCode;
import guanjia.staff.StaffMember;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/conversations}: list, read, take over, write, hand back. */
@RestController
@RequestMapping("/api/v1/conversations")
class ConversationsApi {
    private final HandOffs handOffs;

    ConversationsApi(HandOffs handOffs) {
        this.handOffs = handOffs;
    }

    record Shown(
            String id,
            String channel,
            @Nullable String estate,
            String language,
            Mode mode,
            @Nullable String agent,
            Instant since,
            boolean overdue,
            @Nullable Instant callBackBy,
            boolean urgent) {
        static Shown of(HandOffs.Chat chat) {
            return new Shown(
                    chat.id().value(),
                    chat.channel().name(),
                    chat.estate().map(EstateCode::value).orElse(null),
                    chat.language().tag(),
                    chat.mode(),
                    chat.agent().orElse(null),
                    chat.since(),
                    chat.overdue(),
                    chat.callBackBy().orElse(null),
                    chat.urgent());
        }
    }

    record Said(long seq, TranscriptLine.Who who, String text, Instant at) {}

    record Reply(@Nullable String text) {}

    @GetMapping
    List<Shown> list(
            @RequestParam String estate, @RequestParam(defaultValue = "WAITING") String mode, Authentication who) {
        EstateCode code = EstateCode.parse(estate).orElseThrow(ConversationsApi::unknown);
        return handOffs.list(Staff.of(who), code, mode(mode)).stream()
                .map(Shown::of)
                .toList();
    }

    @GetMapping("/{id}/messages")
    List<Said> messages(@PathVariable String id, @RequestParam(defaultValue = "0") long after, Authentication who) {
        return handOffs
                .transcript(Staff.of(who), new ConversationId(id), after)
                .orElseThrow(ConversationsApi::unknown)
                .stream()
                .map(line -> new Said(line.seq(), line.who(), line.text(), line.at()))
                .toList();
    }

    @PostMapping("/{id}/takeover")
    Shown takeOver(@PathVariable String id, Authentication who) {
        return shown(handOffs.takeOver(Staff.of(who), new ConversationId(id)));
    }

    @PostMapping("/{id}/messages")
    Shown reply(@PathVariable String id, @RequestBody Reply reply, Authentication who) {
        StaffMember staff = Staff.of(who);
        String text = reply.text();
        if (text == null || text.isBlank() || text.length() > HandOffs.LONGEST_REPLY) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "text-unfit",
                    "Send a text of 1 to " + HandOffs.LONGEST_REPLY + " characters in the field \"text\".");
        }
        return shown(handOffs.reply(staff, new ConversationId(id), text));
    }

    @PostMapping("/{id}/handback")
    Shown handBack(@PathVariable String id, Authentication who) {
        return shown(handOffs.handBack(Staff.of(who), new ConversationId(id)));
    }

    private static Shown shown(HandOffs.Outcome outcome) {
        return switch (outcome) {
            case HandOffs.Outcome.Done done -> Shown.of(done.chat());
            case HandOffs.Outcome.HeldBy other ->
                throw new ApiProblem(HttpStatus.CONFLICT, "held-by-other", "The chat is with " + other.login() + ".");
            case HandOffs.Outcome.NotTaken none ->
                throw new ApiProblem(HttpStatus.CONFLICT, "not-taken", "Take the chat over before writing in it.");
            case HandOffs.Outcome.Unknown none -> throw unknown();
        };
    }

    private static Mode mode(String written) {
        try {
            return Mode.valueOf(written.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "unknown-mode", "The mode is BOT, WAITING or AGENT.");
        }
    }

    private static ApiProblem unknown() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "unknown-conversation", "There is no such conversation for you.");
    }
}
