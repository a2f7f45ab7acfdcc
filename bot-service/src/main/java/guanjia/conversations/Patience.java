package guanjia.conversations;

/** What an attempt at a turn may take. */
enum Patience {
    /**
     * The provider waits for the 2xx and the update isn't stored yet: no effects outside the conversation, no language model, no waiting
     * for the rest of a half sentence.
     */
    AT_ONCE,
    /** The update is stored; effects and a language model are fine, but half a sentence may wait for its other half. */
    STORED,
    /** Everything: its time has passed. */
    FULL
}
