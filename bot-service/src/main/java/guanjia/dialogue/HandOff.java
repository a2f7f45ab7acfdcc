package guanjia.dialogue;

/** The bot gives up or the resident wants a person: the engine's own effect, handled where conversations are handed to staff. */
public record HandOff(Reason reason) implements Effect {
    /** Why. */
    public enum Reason {
        /** The resident asked for a person. */
        WISHED,
        /** Three times in a row nothing was understood. */
        NOT_UNDERSTOOD
    }
}
