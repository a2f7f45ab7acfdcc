package guanjia.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import guanjia.conversations.ConversationId;
import guanjia.conversations.HandOffs;
import guanjia.conversations.Mode;
import guanjia.conversations.TranscriptLine;
import guanjia.directory.Estate;
import guanjia.directory.EstateCode;
import guanjia.staff.Right;
import guanjia.staff.StaffMember;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
@OnConsoleRole
@RequestMapping("/api/v1/conversations")
@Tag(name = "Conversations")
class ConversationsApi {
    private final HandOffs handOffs;
    private final EstateSetup estates;
    private final Access access;

    ConversationsApi(HandOffs handOffs, EstateSetup estates, Access access) {
        this.handOffs = handOffs;
        this.estates = estates;
        this.access = access;
    }

    @Schema(name = "Conversation")
    record Shown(
            String id,

            @Schema(allowableValues = {"TELEGRAM", "SMS", "WEB"})
            String channel,

            @JsonInclude @Nullable String estate,

            @Schema(description = "That the resident is answered in", example = "zh-Hans")
            String language,

            @Schema(description = "Who answers") Mode mode,

            @Schema(description = "Login of who has it") @JsonInclude @Nullable
            String agent,

            @Schema(description = "When the mode began") Instant since,

            @Schema(description = "Whether it waits longer than the estate's target")
            boolean overdue,

            @Schema(description = "When a call back was promised") @JsonInclude @Nullable
            Instant callBackBy,

            @Schema(description = "Whether a danger was reported that no person has seen yet")
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

    @Schema(name = "Message")
    record Said(
            @Schema(description = "Its place in the chat, from 1")
            long seq,

            TranscriptLine.Who who,
            String text,
            Instant at) {}

    @Schema(name = "Reply")
    record Reply(
            @Schema(description = "1 to 4,000 characters", example = "您好，我是前台小林") @Nullable
            String text) {}

    @GetMapping
    @Operation(summary = "Chats, of an estate and in a mode those touched last first, at most 100 of each")
    List<Shown> list(
            @Parameter(description = "Missing: all you may act in") @RequestParam(required = false) @Nullable
                    String estate,
            @Parameter(description = "BOT, WAITING or AGENT; missing: all") @RequestParam(required = false) @Nullable
                    String mode,
            Authentication who) {
        StaffMember staff = Staff.of(who);
        access.need(staff, Right.TALK_TO_RESIDENTS);
        List<Estate> wanted =
                estate == null ? estates.all(staff) : List.of(access.enter(staff, Right.TALK_TO_RESIDENTS, estate));
        List<Mode> modes = mode == null ? List.of(Mode.WAITING, Mode.AGENT, Mode.BOT) : List.of(mode(mode));
        return wanted.stream()
                .flatMap(each -> modes.stream().flatMap(one -> handOffs.list(staff, each.code(), one).stream()))
                .map(Shown::of)
                .toList();
    }

    @GetMapping("/{id}/messages")
    @Operation(summary = "What was said after a line, in order, at most 500 lines")
    List<Said> messages(@PathVariable String id, @RequestParam(defaultValue = "0") long after, Authentication who) {
        return handOffs
                .transcript(Staff.of(who), new ConversationId(id), after)
                .orElseThrow(ConversationsApi::unknown)
                .stream()
                .map(line -> new Said(line.seq(), line.who(), line.text(), line.at()))
                .toList();
    }

    @PostMapping("/{id}/takeover")
    @Operation(
            summary = "Take a chat from the bot",
            description = "Exactly one wins; another's is 409 held-by-other. Taking one's own again changes nothing.")
    Shown takeOver(@PathVariable String id, Authentication who) {
        return shown(handOffs.takeOver(Staff.of(who), new ConversationId(id)));
    }

    @PostMapping("/{id}/messages")
    @Operation(
            summary = "Write to the resident",
            description = "Only who has the chat can: else 409 not-taken or held-by-other.")
    Shown reply(@PathVariable String id, @RequestBody Reply reply, Authentication who) {
        StaffMember staff = Staff.of(who);
        Fields fields = new Fields();
        Optional<String> text =
                fields.need("text", reply.text(), Fields.words(1, HandOffs.LONGEST_REPLY), "1 to 4,000 characters");
        fields.refuseWrong();
        return shown(handOffs.reply(staff, new ConversationId(id), text.orElseThrow()));
    }

    @PostMapping("/{id}/handback")
    @Operation(
            summary = "Give the chat back to the bot",
            description = "Only who has it can, or anybody while nobody has.")
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
        Fields fields = new Fields();
        Mode mode = fields.read("mode", written, Mode.WAITING, Fields.oneOf(Mode.class), "BOT, WAITING or AGENT");
        fields.refuseWrong();
        return mode;
    }

    private static ApiProblem unknown() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "unknown-conversation", "There is no such conversation for you.");
    }
}
