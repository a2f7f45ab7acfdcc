package guanjia.dialogue;

import java.util.List;

/** What became of an {@link Effect}. */
public sealed interface EffectOutcome {
    /** It happened. @param says what to tell the resident, may be empty */
    record Done(List<Say> says) implements EffectOutcome {
        public Done {
            says = List.copyOf(says);
        }
    }

    /**
     * It couldn't, because what was answered is gone meanwhile, e.g. the chosen time. Effects of the same turn that are done already must be
     * undone, then {@link Dialogue#taken} gives the turn to commit instead.
     *
     * @param question name of the question whose answer is gone
     * @param why what to tell the resident before asking again
     */
    record Taken(String question, Say why) implements EffectOutcome {}
}
