package guanjia.dialogue;

/** A wish about the conversation itself, possible at any moment. */
public enum Wish {
    /** Give the running flow up. */
    CANCEL,
    /** To the question before. */
    BACK,
    /** Leave the pending question out. */
    SKIP,
    /** Say the question again in full. */
    REPEAT,
    /** Change an earlier answer; asks which. */
    CORRECT,
    /** Go on with a parked flow. */
    RESUME,
    /** Show what the bot can do; the running flow is parked. */
    MENU,
    /** Talk to a person. */
    PERSON,
    /** The language was changed (outside); everything is kept, the question is asked again. */
    LANGUAGE,
    /** No more of this: ends the running flow and all parked ones without a question. */
    STOP
}
