package guanjia.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a message so far.
 *
 * @param id the delivery's id. A message that was split shows its least advanced part
 * @param state where it stands
 * @param reason why it failed; empty otherwise
 * @param at when that was recorded, in real time
 */
public record DeliveryStatus(String id, DeliveryState state, Optional<FailureReason> reason, Instant at) {
    /** The same of a part, told of the whole message. */
    DeliveryStatus as(String whole) {
        return new DeliveryStatus(whole, state, reason, at);
    }

    /** Of two parts the one that the reader must know about: what failed first, then the least advanced. */
    DeliveryStatus worse(DeliveryStatus other) {
        boolean failed = state == DeliveryState.FAILED || state == DeliveryState.EXPIRED;
        boolean otherFailed = other.state == DeliveryState.FAILED || other.state == DeliveryState.EXPIRED;
        if (failed != otherFailed) {
            return failed ? this : other;
        }
        return state.compareTo(other.state) <= 0 ? this : other;
    }
}
