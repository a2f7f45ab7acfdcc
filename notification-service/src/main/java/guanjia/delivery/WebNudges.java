package guanjia.delivery;

/**
 * Tells open pages, in whatever process they hang, that there may be something new: web chats that their transcript has lines, the pages
 * of staff that a chat has changed. A hint that may get lost: pages read again every few seconds anyway. Safe for use by many threads.
 */
public interface WebNudges {
    /**
     * Tells the pages of a conversation. Doesn't block; silently does nothing while Redis is away.
     *
     * @param conversation the web address's value; pages of staff use names with a colon, which no such value has
     */
    void nudge(String conversation);

    /**
     * Listens until the answer is closed. All listeners of a process share one connection.
     *
     * @param conversation the name that is nudged
     * @param heard called on any thread for each nudge; must not block
     */
    Listening listen(String conversation, Runnable heard);

    /** Ends the listening when closed; closing twice is fine. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
