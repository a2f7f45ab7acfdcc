package guanjia.conversations;

/** A turn needs more than its {@link Patience}; it is run again with more. Carries no stack trace: it is no error. */
final class NotNow extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean fragment;

    private NotNow(boolean fragment) {
        super(fragment ? "half a sentence" : "needs the update stored first", null, false, false);
        this.fragment = fragment;
    }

    static NotNow storeFirst() {
        return new NotNow(false);
    }

    static NotNow waitForMore() {
        return new NotNow(true);
    }

    /** Whether only more words are awaited. */
    boolean isFragment() {
        return fragment;
    }
}
