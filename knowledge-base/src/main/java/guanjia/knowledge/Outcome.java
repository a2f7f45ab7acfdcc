package guanjia.knowledge;

/** What became of a question. */
public enum Outcome {
    /** The text answers it, from the citations. */
    ANSWERED,
    /** Nothing that the asker may read answers it; offer a person. */
    NOT_FOUND,
    /** It isn't a question but something to be done: see the intent. */
    REQUEST,
    /** Somebody is in danger: act at once. */
    EMERGENCY
}
