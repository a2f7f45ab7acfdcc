package guanjia.delivery;

import java.time.Instant;
import java.util.Comparator;

/**
 * A stored message that this process is to send.
 *
 * @param delivery the message; of a split one, the part
 * @param order its place among the messages of its address: nanoseconds of real time, rising
 * @param attempts how often it was tried
 * @param inDoubt whether an attempt was begun whose end nobody knows
 * @param confirmedAt when the store last said that it is ours
 */
record Outgoing(Delivery delivery, long order, int attempts, boolean inDoubt, Instant confirmedAt) {
    static final Comparator<Outgoing> BY_ORDER =
            Comparator.comparingLong(Outgoing::order).thenComparing(Outgoing::id);

    String id() {
        return delivery.id();
    }

    Lane lane() {
        return delivery.lane();
    }

    Address address() {
        return delivery.address();
    }

    /** When it was stored, in real time as the provider's lists are. */
    Instant storedAt() {
        return Instant.ofEpochSecond(0, order);
    }

    /** What to do about an attempt whose end nobody knows. */
    Doubt doubt() {
        return Doubt.of(lane(), address().channel());
    }

    Outgoing afterAttempt(boolean doubtful) {
        return new Outgoing(delivery, order, attempts + 1, doubtful, confirmedAt);
    }

    Outgoing confirmed(Instant now) {
        return new Outgoing(delivery, order, attempts, inDoubt, now);
    }
}
