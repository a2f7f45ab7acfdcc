package guanjia.dialogue;

import java.time.Duration;
import java.util.List;

/**
 * One matter a resident can settle with the bot, e.g. reporting a repair. Plain Java, read top to bottom.
 *
 * <p>{@link #run} is called from its first line on every turn; each {@link Script} call returns the stored answer at once or ends the
 * run there by an exception that only the engine catches. So a flow has no {@code try}, no state of its own, no clock and no randomness,
 * changes nothing, and reads only cheap ports. All repair (cancel, correct, back, digressions, time-out) is the engine's. Instances are shared by all
 * conversations and called from many threads.
 */
public interface Flow {
    /** Its name in stored state and tokens: {@code [a-z][a-z0-9-]*}; never reused for another matter. */
    String name();

    /**
     * How long the bot waits for an answer before it reminds the resident, and as long again before it keeps the matter as a draft. The
     * default is long enough to look for a receipt or ask at home, and short enough to belong to the same visit.
     */
    default Duration timeout() {
        return Dialogue.ANSWERED_WITHIN;
    }

    /** Whether an answer is worth a reminder. Where not, silence ends the flow without a word, and nothing is kept. */
    default boolean reminds() {
        return true;
    }

    /** Questions that earlier versions of this flow asked under names that it doesn't ask today. A rule, once there, stays. */
    default List<Former> former() {
        return List.of();
    }

    /**
     * Asks what is missing, then says what should happen.
     *
     * @return what should happen, in order; empty when saying something was all
     */
    List<Effect> run(Script script);
}
