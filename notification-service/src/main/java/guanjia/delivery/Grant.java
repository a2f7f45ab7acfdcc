package guanjia.delivery;

import java.time.Duration;

/** Whether a message may go now. */
sealed interface Grant {
    /** It may, and is counted. */
    record Go() implements Grant {}

    /** The whole sender has to wait. */
    record SenderWaits(Duration pause) implements Grant {}

    /** Only this address has to wait. */
    record AddressWaits(Duration pause) implements Grant {}

    /** Redis can't be asked. */
    record Unknown() implements Grant {}
}
