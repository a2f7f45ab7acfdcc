package guanjia.conversations;

/** The way in, used by every channel adapter. Blocking; call from a virtual thread. Safe for use by many threads. */
public interface Mailbox {
    /**
     * Takes an update over. When this returns, it is durable and will be answered, also after a crash; a redelivery is recognised.
     *
     * @return what became of it
     * @throws RuntimeException (the store's) when it can't be stored: answer the provider with 503
     */
    Acceptance accept(Inbound inbound);

    /** What became of an update. */
    enum Acceptance {
        /** It is new, and stored. */
        ACCEPTED,
        /** It was here before. */
        REPLAYED,
        /** The sender floods: not stored; told so once. */
        REFUSED
    }
}
