package guanjia.delivery;

/**
 * Where nothing can be sent: the bot was blocked, the person opted out at the provider, there is no such number. Messages to such an address
 * fail at once with the reason; only emergencies are tried nevertheless, as this knowledge may be out of date. Blocking. Safe for use by
 * many threads.
 */
public interface ClosedAddresses {
    /** Nothing more is to be sent there. @throws RuntimeException (the store's) when it can't be stored */
    void close(Address address, FailureReason reason);

    /**
     * The person wrote from there, so it is open again. To be called before the message is answered. Costs nothing unless the address is
     * known as closed.
     *
     * @throws RuntimeException (the store's) when it can't be stored
     */
    void open(Address address);
}
