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
public record DeliveryStatus(String id, DeliveryState state, Optional<FailureReason> reason, Instant at) {}
