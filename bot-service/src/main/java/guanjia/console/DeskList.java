package guanjia.console;

import guanjia.conversations.HandOffs;
import guanjia.conversations.HandOffs.Chat;
import guanjia.conversations.HandOffs.Waiting;
import guanjia.conversations.Mode;
import guanjia.conversations.StaffLine;
import guanjia.conversations.TranscriptLine;
import guanjia.conversations.TranscriptLine.Who;
import guanjia.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The one list of the desk: who waits, whom I have, whom colleagues have. Reads the truth each time. Safe for use by many threads. */
@Component
@OnConsoleRole
class DeskList {
    /** The list shows one line of a message. */
    private static final int EXCERPT = 90;

    private final HandOffs handOffs;
    private final DeskNames names;
    private final Clock clock;

    DeskList(HandOffs handOffs, DeskNames names, Clock clock) {
        this.handOffs = handOffs;
        this.names = names;
        this.clock = clock;
    }

    /** @param waiting nobody has them, most pressing first @param mine this person has them @param others colleagues have them */
    record Shown(List<DeskRow> waiting, List<DeskRow> mine, List<DeskRow> others) {}

    Shown of(StaffMember staff, ConsoleWords words) {
        List<Waiting> all = handOffs.attention(staff);
        return new Shown(
                rows(all.stream().filter(one -> one.chat().mode() != Mode.AGENT).toList(), staff, words),
                rows(all.stream().filter(one -> isMine(one.chat(), staff)).toList(), staff, words),
                rows(
                        all.stream()
                                .filter(one -> one.chat().mode() == Mode.AGENT && !isMine(one.chat(), staff))
                                .toList(),
                        staff,
                        words));
    }

    private static boolean isMine(Chat chat, StaffMember staff) {
        return chat.agent().filter(staff.login()::equals).isPresent();
    }

    private List<DeskRow> rows(List<Waiting> chats, StaffMember staff, ConsoleWords words) {
        return chats.stream().map(chat -> row(chat, staff, words)).toList();
    }

    private DeskRow row(Waiting waiting, StaffMember staff, ConsoleWords words) {
        Chat chat = waiting.chat();
        Instant now = clock.instant();
        return new DeskRow(
                chat.id().value(),
                DeskNames.chat(chat, words),
                words.say("channel." + chat.channel().name()),
                names.estate(chat),
                words.say("language." + chat.language().tag()),
                waiting.newest().isEmpty() ? "" : from(waiting.newest().getLast(), staff, words),
                excerpt(waiting.newest().stream()
                        .map(line -> line.line().text())
                        .collect(Collectors.joining(" · "))),
                Waited.since(since(waiting), now, words),
                tone(chat),
                heard(waiting),
                note(chat, staff, now, words));
    }

    private String from(StaffLine line, StaffMember staff, ConsoleWords words) {
        Who who = line.line().who();
        return switch (who) {
            case RESIDENT, NOTE -> "";
            case BOT -> words.say("who.BOT");
            case STAFF ->
                line.author().filter(staff.login()::equals).isPresent()
                        ? words.say("who.me")
                        : line.author().map(names::staff).orElseGet(() -> words.say("who.STAFF"));
        };
    }

    private static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= EXCERPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + "…";
    }

    /** What wants a person while the bot goes on, wants one since something was said. */
    private static Instant since(Waiting waiting) {
        Chat chat = waiting.chat();
        return chat.mode() == Mode.BOT && !waiting.newest().isEmpty()
                ? waiting.newest().getLast().line().at()
                : chat.since();
    }

    private static long heard(Waiting waiting) {
        return waiting.newest().stream()
                .map(StaffLine::line)
                .filter(line -> line.who() == Who.RESIDENT)
                .mapToLong(TranscriptLine::seq)
                .max()
                .orElse(0);
    }

    private static String tone(Chat chat) {
        if (chat.urgent()) {
            return "danger";
        }
        if (chat.overdue() || chat.callBackBy().isPresent()) {
            return "late";
        }
        return chat.mode() == Mode.WAITING ? "waiting" : "calm";
    }

    private String note(Chat chat, StaffMember staff, Instant now, ConsoleWords words) {
        if (chat.urgent()) {
            return words.say("note.danger");
        }
        if (chat.callBackBy().isPresent()) {
            return words.say(
                    "note.call-back", names.clock(chat, chat.callBackBy().get(), now));
        }
        if (chat.overdue()) {
            Duration late = Duration.between(chat.dueBy().orElse(now), now);
            return words.say("note.late", Waited.of(late, words));
        }
        return chat.agent()
                .filter(login -> !login.equals(staff.login()))
                .map(names::staff)
                .orElse("");
    }
}
