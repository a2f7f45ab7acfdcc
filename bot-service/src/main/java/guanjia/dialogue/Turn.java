package guanjia.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a turn. Nothing has happened yet: run the effects, then commit state and messages together.
 *
 * @param state where the conversation stands afterwards
 * @param says what to say before what the effects say; empty only for a second press of the same button, and where nobody
 *     spoke
 * @param effects what should happen, in order
 * @param closing what to say after what the effects say
 * @param finished the flow that ended in this turn, for {@link Dialogue#taken}
 */
public record Turn(State state, List<Say> says, List<Effect> effects, List<Say> closing, Optional<Progress> finished) {
    public Turn {
        says = List.copyOf(says);
        effects = List.copyOf(effects);
        closing = List.copyOf(closing);
    }

    static Turn of(State state, List<Say> says) {
        return new Turn(state, says, List.of(), List.of(), Optional.empty());
    }

    /**
     * All messages of the turn in order. A turn with effects of which none says anything ends with a plain "done".
     *
     * @param fromEffects what the effects' {@link EffectOutcome.Done}s say
     */
    public List<Say> messages(List<Say> fromEffects) {
        List<Say> all = new ArrayList<>(says);
        all.addAll(fromEffects);
        if (all.isEmpty() && !effects.isEmpty()) {
            all.add(Say.of(Messages.DONE));
        }
        all.addAll(closing);
        return all;
    }
}
