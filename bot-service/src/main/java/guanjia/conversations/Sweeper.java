package guanjia.conversations;

import guanjia.conversations.TranscriptLine.Who;
import guanjia.delivery.Button;
import guanjia.delivery.Content;
import guanjia.directory.Estate;
import guanjia.directory.Estates;
import guanjia.stores.TroubleLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finishes what a crash left behind, breaks silences that last too long, and keeps the promises of the queue. Runs every few seconds in every process; what two of them do at
 * once is done once.
 */
final class Sweeper {
    /** A turn that nobody touched for so long has nobody working on it; with the interval, everything is finished within 30 s. */
    static final Duration UNTOUCHED = Duration.ofSeconds(6);

    private static final TroubleLog TROUBLE = TroubleLog.of(Sweeper.class);
    private static final String PUT_OFF = "A sweep of the conversations is put off";
    private static final int AT_MOST = 200;

    private final Conversations conversations;
    private final TurnRunner runner;
    private final Notices notices;
    private final HandOffWords words;
    private final Estates estates;
    private final Wording wording;
    private final Clock clock;
    private final Clock system;

    /** @param clock business time @param system the system's, for what nobody touched */
    Sweeper(
            Conversations conversations,
            TurnRunner runner,
            Notices notices,
            HandOffWords words,
            Estates estates,
            Wording wording,
            Clock clock,
            Clock system) {
        this.conversations = conversations;
        this.runner = runner;
        this.notices = notices;
        this.words = words;
        this.estates = estates;
        this.wording = wording;
        this.clock = clock;
        this.system = system;
    }

    /** One round. An error is logged and the next round tries again. */
    void sweep() {
        try {
            conversations.unfinished(system.instant().minus(UNTOUCHED), AT_MOST).forEach(this::finish);
            conversations.silent(clock.instant(), AT_MOST).forEach(runner::scheduleSilence);
            conversations.waiting(List.of()).forEach(this::keepPromise);
            TROUBLE.over(PUT_OFF);
        } catch (RuntimeException e) {
            TROUBLE.tell(PUT_OFF, e);
        }
    }

    /**
     * Touches it first: what can't be finished for long, such as a message that waits for a provider, must not hide the rest. What somebody
     * works on already is left to them: on a slow store every further attempt would make it slower.
     */
    private void finish(ConversationId id) {
        if (runner.isBusy(id)) {
            return;
        }
        conversations.touch(id);
        runner.schedule(id);
    }

    /** Nobody took it within the estate's target: apology, a new time, and a call back that the list of staff shows. */
    private void keepPromise(Conversation seen) {
        Instant now = clock.instant();
        Optional<Estate> estate = seen.talk().estate().flatMap(estates::find);
        if (estate.isEmpty() || !isLate(seen, estate.get(), now)) {
            return;
        }
        notices.change(seen.id(), conversation -> {
            if (!isLate(conversation, estate.get(), now)) {
                return Optional.empty();
            }
            Instant by = callBackBy(estate.get(), now);
            Scene scene = Scene.of(conversation, conversation.talk(), estates, wording, now);
            List<List<Button>> leave = List.of(List.of(BotButton.STOP_WAITING.in(scene.voice())));
            Content content = Content.withButtons(scene.voice().words(words.late(by, scene)), leave);
            Line line = Notices.line(conversation, 1, Who.NOTE, Optional.empty(), content, now);
            return Optional.of(new Notices.Change(
                    conversation.standing().promisingCallBack(by), conversation.talk(), List.of(line)));
        });
    }

    /** Only office hours count: who asks at night is told at once when the office opens, and waits from then. */
    private static boolean isLate(Conversation conversation, Estate estate, Instant now) {
        Standing standing = conversation.standing();
        boolean unpromised =
                standing.mode() == Mode.WAITING && standing.callBackBy().isEmpty();
        if (!unpromised || !estate.isOpen(now)) {
            return false;
        }
        return !now.isBefore(HandOffTarget.dueBy(standing.since(), estate));
    }

    /** Twice the target from now, in the open hours if they end before. */
    private static Instant callBackBy(Estate estate, Instant now) {
        Instant wanted = now.plus(estate.hours().handoffTarget().multipliedBy(2));
        return estate.isOpen(wanted)
                ? wanted
                : estate.nextOpening(wanted)
                        .map(opening -> opening.toInstant().plus(estate.hours().handoffTarget()))
                        .orElse(wanted);
    }
}
