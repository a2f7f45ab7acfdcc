package guanjia.delivery;

import java.time.Duration;

/**
 * Asked just before every attempt whether a stored message may still go; beans of this type are all asked. For what can change while a
 * message waits: an opt-out, a pause, quiet hours. Blocking and quick. An exception holds the message for a moment.
 */
@FunctionalInterface
public interface DeliveryGate {
    /** May it go now? */
    Verdict check(Delivery delivery);

    /** The answer. */
    sealed interface Verdict {
        /** It may. */
        record Go() implements Verdict {}

        /** Not now. @param pause after how long to ask again; later messages to the same address wait behind it */
        record Hold(Duration pause) implements Verdict {}

        /** Never. @param reason what the report says */
        record Drop(FailureReason reason) implements Verdict {}
    }
}
