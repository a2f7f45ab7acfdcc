package guanjia.conversations;

/** A turn needs more than its {@link Patience}; it is run again with it. Carries no stack trace: it is no error. */
final class NotNow extends Exception {
    private static final long serialVersionUID = 1L;

    private final Need need;

    private NotNow(Need need) {
        super(need.name(), null, false, false);
        this.need = need;
    }

    /** What is missing. */
    enum Need {
        /** The updates must be stored first. */
        STORE,
        /** The updates to be read must be fixed first. */
        CLAIM,
        /** Half a sentence should wait for the rest. */
        REST_OF_SENTENCE
    }

    static NotNow needs(Need need) {
        return new NotNow(need);
    }

    Need need() {
        return need;
    }
}
