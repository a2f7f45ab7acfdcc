package guanjia.conversations;

import guanjia.conversations.TranscriptLine.Who;
import guanjia.delivery.Button;
import guanjia.delivery.Content;
import guanjia.delivery.Lane;
import guanjia.dialogue.EffectKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A turn being written: what it changes and says so far. Belongs to one thread and one attempt; nothing of it has happened until it is
 * committed, effects aside, which are found again by their keys.
 */
final class TurnDraft {
    private final Conversation before;
    private final List<Line> lines = new ArrayList<>();
    private final List<EffectKey> effects = new ArrayList<>();
    private Talk talk;
    private Standing standing;
    private long seq;

    TurnDraft(Conversation before) {
        this.before = before;
        this.talk = before.talk();
        this.standing = before.standing();
        this.seq = before.traffic().seq();
    }

    Conversation before() {
        return before;
    }

    Talk talk() {
        return talk;
    }

    void talk(Talk changed) {
        talk = changed;
    }

    Standing standing() {
        return standing;
    }

    void standing(Standing changed) {
        standing = changed;
    }

    /** Number of this turn, from 1. */
    long number() {
        return before.traffic().turns() + 1;
    }

    /** Writes down what the resident sent. */
    void heard(Inbound update, String words) {
        lines.add(new Line(
                ++seq,
                Who.RESIDENT,
                Optional.empty(),
                Content.text(words),
                update.at(),
                Optional.of(update.id()),
                Optional.empty(),
                before.standing().epoch()));
    }

    /** The bot says something. */
    void say(Content content, Lane lane, Instant now) {
        lines.add(new Line(
                ++seq, Who.BOT, Optional.empty(), content, now, Optional.empty(), Optional.of(lane), standing.epoch()));
        List<Button> buttons = content.buttons().stream().flatMap(List::stream).toList();
        talk = talk.offeringPerson(BotButton.offerPerson(buttons));
        if (!buttons.isEmpty()) {
            talk = talk.showing(buttons);
        }
    }

    /** Something that happened in the chat, told to the resident whoever has it. */
    void note(Content content, Instant now) {
        lines.add(new Line(
                ++seq,
                Who.NOTE,
                Optional.empty(),
                content,
                now,
                Optional.empty(),
                Optional.of(Lane.REPLY),
                standing.epoch()));
    }

    /** The key of the next effect of this turn. */
    EffectKey nextKey() {
        EffectKey key = new EffectKey(before.id().value(), number(), effects.size());
        effects.add(key);
        return key;
    }

    int effects() {
        return effects.size();
    }

    Conversations.Commit commit(List<String> done, Optional<String> direct) {
        List<Line> all = lines.stream()
                .map(line -> line.who() == Who.BOT ? line.under(standing.epoch()) : line)
                .toList();
        return new Conversations.Commit(before, talk, standing, all, done, direct);
    }
}
