package guanjia.inbound;

/** Tells that a web chat may have new lines; a hint, which may get lost. Safe for use by many threads. */
interface ChatNudges {
    /** @param chat the value of the chat's address @param nudge called on any thread, must not block */
    Listening listen(String chat, Runnable nudge);

    /** Ends the listening. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
