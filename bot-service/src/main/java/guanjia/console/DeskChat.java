package guanjia.console;

import guanjia.conversations.ConversationId;
import guanjia.conversations.HandOffs;
import guanjia.conversations.HandOffs.Chat;
import guanjia.conversations.Mode;
import guanjia.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One chat as the desk shows it. Blocking; safe for use by many threads. */
@Component
@OnConsoleRole
class DeskChat {
    private final HandOffs handOffs;
    private final DeskNames names;
    private final Clock clock;

    DeskChat(HandOffs handOffs, DeskNames names, Clock clock) {
        this.handOffs = handOffs;
        this.names = names;
        this.clock = clock;
    }

    /**
     * A chat's head and what can be done with it.
     *
     * @param state in one sentence: who has it, since when
     * @param tone as in {@link DeskRow}
     * @param mine whether this person has it
     * @param free whether it can be taken
     * @param endable whether it can be handed back: by who has it, or by anybody while it waits or a call back is promised
     */
    record Head(
            String id,
            String name,
            String channel,
            String estate,
            String language,
            String state,
            String tone,
            boolean mine,
            boolean free,
            boolean endable) {}

    /** The head; empty when there is no such chat for this person. */
    Optional<Head> head(StaffMember staff, ConversationId id, ConsoleWords words) {
        return handOffs.find(staff, id).map(chat -> head(chat, staff, words));
    }

    /** Lines after one; see {@link HandOffs#lines}. */
    List<DeskLine> lines(StaffMember staff, ConversationId id, long afterSeq, ConsoleWords words) {
        Optional<Chat> chat = handOffs.find(staff, id);
        Instant now = clock.instant();
        return chat.flatMap(known -> handOffs.lines(staff, id, afterSeq)).stream()
                .flatMap(List::stream)
                .map(line -> DeskLine.of(
                        line,
                        line.author().map(names::staff),
                        names.clock(chat.orElseThrow(), line.line().at(), now),
                        chat.orElseThrow().channel(),
                        words))
                .toList();
    }

    private Head head(Chat chat, StaffMember staff, ConsoleWords words) {
        boolean mine = chat.agent().filter(staff.login()::equals).isPresent();
        boolean wanted = chat.callBackBy().isPresent() || chat.urgent();
        return new Head(
                chat.id().value(),
                DeskNames.chat(chat, words),
                words.say("channel." + chat.channel().name()),
                names.estate(chat),
                words.say("language." + chat.language().tag()),
                state(chat, mine, words),
                chat.urgent() ? "danger" : chat.overdue() ? "late" : tone(chat.mode(), mine),
                mine,
                chat.mode() != Mode.AGENT,
                mine || chat.mode() == Mode.WAITING || chat.mode() == Mode.BOT && wanted);
    }

    private static String tone(Mode mode, boolean mine) {
        return switch (mode) {
            case WAITING -> "waiting";
            case AGENT -> mine ? "mine" : "calm";
            case BOT -> "calm";
        };
    }

    private String state(Chat chat, boolean mine, ConsoleWords words) {
        Instant now = clock.instant();
        String promise = chat.callBackBy()
                .map(by -> words.say("note.call-back", names.clock(chat, by, now)))
                .orElse("");
        String danger = chat.urgent() ? words.say("note.danger") + " · " : "";
        String time = Waited.since(chat.since(), now, words);
        String who =
                switch (chat.mode()) {
                    case WAITING -> words.say(chat.overdue() ? "state.late" : "state.waiting", time);
                    case AGENT ->
                        mine
                                ? words.say("state.mine", time)
                                : words.say(
                                        "state.other", names.staff(chat.agent().orElseThrow()), time);
                    case BOT -> words.say("state.bot");
                };
        return danger + who + (promise.isEmpty() ? "" : " · " + promise);
    }
}
