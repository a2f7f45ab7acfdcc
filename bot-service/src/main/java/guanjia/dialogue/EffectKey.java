package guanjia.dialogue;

/**
 * Identity of one effect; a turn that is run again after a crash gives the same key.
 *
 * @param conversation id of the conversation
 * @param turn number of the turn in the conversation
 * @param index place of the effect in the turn, from 0
 */
public record EffectKey(String conversation, long turn, int index) {
    /** The key in one string, for stores. */
    public String text() {
        return conversation + "/" + turn + "/" + index;
    }
}
