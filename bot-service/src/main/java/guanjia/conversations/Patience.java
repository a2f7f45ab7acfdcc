package guanjia.conversations;

/**
 * What an attempt at a turn may take.
 *
 * @param stored the updates are in the mailbox, so the provider needn't wait: a language model may be asked
 * @param claimed which updates the turn reads is fixed in the store: effects outside the conversation may happen
 * @param waited half a sentence has waited long enough for its other half
 */
record Patience(boolean stored, boolean claimed, boolean waited) {
    /** The provider waits for the 2xx and the update isn't stored yet. */
    static final Patience AT_ONCE = new Patience(false, false, false);

    /** The updates lie in the mailbox. @param waited whether half a sentence has waited long enough */
    static Patience stored(boolean waited) {
        return new Patience(true, false, waited);
    }

    Patience withClaim() {
        return new Patience(true, true, waited);
    }
}
