package guanjia.knowledge;

/**
 * Somebody is in danger now.
 *
 * @param kind what it is
 * @param sign the rule's words that told so, for the log: never the resident's own sentence
 */
public record Emergency(Kind kind, String sign) {
    /** Kinds that have their own safety instruction. When two apply the first wins. */
    public enum Kind {
        FIRE,
        GAS,
        ELECTRIC_SHOCK,
        MEDICAL,
        INTRUDER,
        LIFT,
        FALLING_OBJECT,
        MISSING_PERSON,
        BURST_PIPE,
        POWER
    }
}
