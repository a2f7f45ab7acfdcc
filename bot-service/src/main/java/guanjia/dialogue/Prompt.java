package guanjia.dialogue;

/** A question as it stands in one run. */
final class Prompt {
    static final String YES = "yes";
    static final String NO = "no";

    private Prompt() {}
}
