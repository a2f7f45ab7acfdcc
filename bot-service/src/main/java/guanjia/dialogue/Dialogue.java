package guanjia.dialogue;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * The engine: takes what was heard in a conversation and says what follows. Pure and immutable, safe for use by many threads; the same
 * arguments give the same turn as long as the flows' ports answer the same.
 */
public final class Dialogue {
    /** How long an unfinished flow can be resumed. Long enough for a resident who comes back after the weekend and a holiday. */
    public static final Duration DRAFTS_KEPT = Duration.ofDays(7);

    /** @throws IllegalArgumentException when two flows share a name, or a name isn't one */
    public Dialogue(Collection<? extends Flow> flows) {}

    /** One turn. Never throws because of what was heard; throws what a flow's ports throw, and {@link IllegalStateException} for an illegal flow. */
    public Turn hear(State state, Heard heard, Situation situation) {
        throw new UnsupportedOperationException();
    }

    /**
     * The turn to commit instead, when an effect of {@code turn} answered "taken": the answer is removed and asked again, all others are
     * kept.
     *
     * @throws IllegalArgumentException when no flow ended in that turn, or the flow doesn't ask the named question
     */
    public Turn taken(Turn turn, EffectOutcome.Taken taken, Situation situation) {
        throw new UnsupportedOperationException();
    }

    /** What the bot waits for; empty when it waits for nothing or a person has the conversation. */
    public Optional<Pending> pending(State state, Situation situation) {
        throw new UnsupportedOperationException();
    }
}
