package guanjia.conversations;

import guanjia.conversations.Conversations.Commit;
import guanjia.stores.TroubleLog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs turns: at once while the provider waits, or from the mailbox. One at a time for a conversation; two processes are kept apart by
 * the condition in the commit, and by a lease so that they don't work in vain. Thread-safe.
 */
final class TurnRunner {
    /** How long half a sentence may wait for its other half, counted anew with each piece. A second and more feels like silence. */
    static final Duration REST_OF_SENTENCE = Duration.ofMillis(800);

    /** So often the sweeper brings a turn back that fails, some 20 s in all; a store that is away fails the last step too and costs nothing. */
    private static final int MOST_TRIES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(TurnRunner.class);
    private static final TroubleLog TROUBLE = TroubleLog.of(TurnRunner.class);

    private final Conversations conversations;
    private final Turns turns;
    private final Effects effects;
    private final Dispatch dispatch;
    private final Leases leases;
    private final TurnThreads threads;
    private final Clock system;
    private final Map<ConversationId, Integer> failures = new ConcurrentHashMap<>();
    private final OneAtATime door = new OneAtATime();

    /** @param system the system's clock */
    TurnRunner(
            Conversations conversations,
            Turns turns,
            Effects effects,
            Dispatch dispatch,
            Leases leases,
            TurnThreads threads,
            Clock system) {
        this.conversations = conversations;
        this.turns = turns;
        this.effects = effects;
        this.dispatch = dispatch;
        this.leases = leases;
        this.threads = threads;
        this.system = system;
    }

    /**
     * Answers an update before it lay in the mailbox, which saves a write, if nothing stands in the way: nobody else in the
     * conversation, nothing before it, nothing slow to do.
     *
     * @param current the conversation as it is, or as it begins
     * @return whether it was done; what it says leaves in the background
     */
    boolean answerAtOnce(Conversation current, Inbound update) {
        ConversationId id = current.id();
        if (!current.traffic().inbox().isEmpty() || !door.tryEnter(id)) {
            return false;
        }
        boolean leaving = false;
        try {
            TurnDraft draft = turns.take(current, List.of(update), Patience.AT_ONCE);
            Commit commit = draft.commit(List.of(), Optional.of(update.id()));
            Optional<Conversation> after = conversations.commit(commit);
            leaving = after.isPresent();
            after.ifPresent(conversation -> threads.run(() -> leaveWith(conversation, commit.lines())));
            return leaving;
        } catch (NotNow slow) {
            return false;
        } catch (RuntimeException e) {
            TROUBLE.tell("An update can't be answered at once; it is stored first", e);
            return false;
        } finally {
            if (!leaving) {
                door.leave(id);
            }
        }
    }

    private void leaveWith(Conversation conversation, List<Line> lines) {
        try {
            dispatch.handOver(conversation, lines);
        } catch (RuntimeException e) {
            TROUBLE.tell("An answer is stored and leaves later", e);
        } finally {
            door.leave(conversation.id());
        }
    }

    /** Whether a turn of this conversation runs, or waits to run, in this process. */
    boolean isBusy(ConversationId id) {
        return door.isTaken(id);
    }

    /** Reads what lies in the mailbox and hands over what lies in the outbox, in the background. */
    void schedule(ConversationId id) {
        threads.run(() -> work(id));
    }

    private void scheduleRest(ConversationId id) {
        threads.runIn(REST_OF_SENTENCE, () -> work(id));
    }

    /** Hears a resident's silence, in the background. */
    void scheduleSilence(ConversationId id) {
        threads.run(() -> alone(id, this::hearSilence));
    }

    /** Reads and hands over now, until nothing is left. Errors are logged; the sweeper comes back. */
    void work(ConversationId id) {
        alone(id, this::empty);
    }

    private void alone(ConversationId id, Consumer<ConversationId> what) {
        door.enter(id);
        try {
            if (leases.take(id)) {
                try {
                    what.accept(id);
                } finally {
                    leases.release(id);
                }
            }
        } catch (RuntimeException e) {
            TROUBLE.tell("A turn is put off; the sweeper brings it back", e);
        } finally {
            door.leave(id);
        }
    }

    /** Words that lie in the mailbox break the silence themselves. */
    private void hearSilence(ConversationId id) {
        Optional<Conversation> quiet = conversations
                .find(id)
                .filter(conversation -> conversation.traffic().inbox().isEmpty());
        if (quiet.isEmpty()) {
            return;
        }
        try {
            commit(turns.silence(quiet.get()), List.of());
        } catch (RuntimeException e) {
            quiet.get().talk().due().ifPresent(due -> conversations.putOff(quiet.get(), due.plus(Silences.PUT_OFF)));
            throw e;
        }
    }

    private void empty(ConversationId id) {
        boolean more = true;
        while (more) {
            Optional<Conversation> found = conversations.find(id);
            more = found.isPresent() && step(found.get());
        }
    }

    /** @return whether there may be more to do */
    private boolean step(Conversation conversation) {
        if (!conversation.traffic().outbox().isEmpty()) {
            dispatch.handOver(conversation, conversation.traffic().outbox());
        }
        if (conversation.traffic().toRead().isEmpty()) {
            conversations.settle(conversation);
            return false;
        }
        try {
            boolean more = turn(conversation);
            failures.remove(conversation.id());
            return more;
        } catch (RuntimeException e) {
            return giveUp(conversation, e);
        }
    }

    /** What fails again and again must not block the chat for ever: the resident is told, and offered a person. */
    private boolean giveUp(Conversation conversation, RuntimeException failure) {
        if (failures.merge(conversation.id(), 1, Integer::sum) < MOST_TRIES) {
            throw failure;
        }
        LOG.error("Updates of conversation {} are given up after {} tries", conversation.id(), MOST_TRIES, failure);
        List<Inbound> reading = conversation.traffic().toRead();
        TurnDraft draft = turns.apology(conversation, reading);
        effects.undoBeyond(draft);
        commit(draft, reading);
        failures.remove(conversation.id());
        return true;
    }

    private boolean turn(Conversation conversation) {
        List<Inbound> reading = conversation.traffic().toRead();
        Patience patience = Patience.stored(hasWaited(conversation));
        if (!conversation.traffic().claimed().isEmpty()) {
            return takeAgain(conversation, reading, patience.withClaim());
        }
        try {
            commit(turns.take(conversation, reading, patience), reading);
            return true;
        } catch (NotNow missing) {
            return switch (missing.need()) {
                case CLAIM -> claimAndTake(conversation, reading, patience.withClaim());
                case REST_OF_SENTENCE -> {
                    scheduleRest(conversation.id());
                    yield false;
                }
                case STORE -> throw new IllegalStateException("The updates are stored", missing);
            };
        }
    }

    private boolean claimAndTake(Conversation conversation, List<Inbound> reading, Patience patience) {
        if (!conversations.claim(conversation, ids(reading))) {
            return true;
        }
        commit(take(conversation, reading, patience), reading);
        return true;
    }

    /** A turn that had fixed its updates crashed, or lost against a change of mode: what it did and this run doesn't want is taken back. */
    private boolean takeAgain(Conversation conversation, List<Inbound> reading, Patience patience) {
        TurnDraft draft = take(conversation, reading, patience);
        effects.undoBeyond(draft);
        commit(draft, reading);
        return true;
    }

    private TurnDraft take(Conversation conversation, List<Inbound> reading, Patience patience) {
        try {
            return turns.take(conversation, reading, new Patience(true, patience.claimed(), true));
        } catch (NotNow missing) {
            throw new IllegalStateException("Nothing was missing", missing);
        }
    }

    /** A commit that fails leaves its effects to the next run, which finds them by their keys or takes them back. */
    private void commit(TurnDraft draft, List<Inbound> read) {
        Commit commit = draft.commit(ids(read), Optional.empty());
        conversations.commit(commit).ifPresent(after -> dispatch.handOver(after, commit.lines()));
    }

    private static List<String> ids(List<Inbound> updates) {
        return updates.stream().map(Inbound::id).toList();
    }

    /** By the system's clock and the latest arrival: providers' times and business time are no measure of waiting. */
    private boolean hasWaited(Conversation conversation) {
        return !system.instant().isBefore(conversation.traffic().touched().plus(REST_OF_SENTENCE));
    }
}
