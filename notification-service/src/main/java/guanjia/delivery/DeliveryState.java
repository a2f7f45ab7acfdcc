package guanjia.delivery;

/** Where a message stands. */
public enum DeliveryState {
    /** Stored, not tried yet, or waiting for the next try. */
    QUEUED(0),
    /** Being handed to the provider. */
    SENDING(1),
    /** Nobody knows whether it arrived, and it isn't sent again. */
    UNCERTAIN(2),
    /** The provider has it. */
    SENT(3),
    /** The provider says it arrived. */
    DELIVERED(4),
    /** It was read, where the provider tells. */
    READ(5),
    /** It won't arrive, see the reason. */
    FAILED(6),
    /** It was too late to be of use and wasn't sent. */
    EXPIRED(6);

    private final int rank;

    DeliveryState(int rank) {
        this.rank = rank;
    }

    /**
     * Whether a report of the provider may change this state into the other: reports come late, doubled and in any order, so a state only
     * moves forward; what arrived can't fail any more.
     */
    public boolean mayBecome(DeliveryState next) {
        if (next == FAILED) {
            return rank < DELIVERED.rank;
        }
        return next.rank > rank;
    }

    /** Whether nothing more is done about it here. */
    public boolean isSettled() {
        return this != QUEUED && this != SENDING;
    }
}
