package guanjia.delivery;

import guanjia.delivery.SendOutcome.Refused;
import guanjia.delivery.SendOutcome.TryAgain;
import guanjia.delivery.SendOutcome.Uncertain;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What Twilio's error numbers mean (twilio.com/docs/api/errors), both as the answer to a call and in a later report. 500, 502 and 504
 * leave open whether the message was taken: it is looked up.
 */
final class TwilioErrors {
    private static final Duration BUSY = Duration.ofSeconds(1);
    private static final Duration QUEUE_FULL = Duration.ofSeconds(30);

    private static final Map<Integer, SendOutcome> TABLE = Map.ofEntries(
            Map.entry(20003, new Refused(FailureReason.CREDENTIALS, false)),
            Map.entry(20404, new Refused(FailureReason.CREDENTIALS, false)),
            Map.entry(20429, new TryAgain(BUSY, true)),
            Map.entry(20503, new TryAgain(BUSY, false)),
            Map.entry(21211, new Refused(FailureReason.UNREACHABLE, true)),
            Map.entry(21212, new Refused(FailureReason.CREDENTIALS, false)),
            Map.entry(21266, new Refused(FailureReason.UNREACHABLE, true)),
            Map.entry(21408, new Refused(FailureReason.NOT_PERMITTED, false)),
            Map.entry(21602, new Refused(FailureReason.CONTENT_REFUSED, false)),
            Map.entry(21603, new Refused(FailureReason.CREDENTIALS, false)),
            Map.entry(21604, new Refused(FailureReason.UNREACHABLE, true)),
            Map.entry(21606, new Refused(FailureReason.CREDENTIALS, false)),
            Map.entry(21608, new Refused(FailureReason.NOT_PERMITTED, false)),
            Map.entry(21609, new Refused(FailureReason.CREDENTIALS, false)),
            Map.entry(21610, new Refused(FailureReason.OPTED_OUT, true)),
            Map.entry(21611, new TryAgain(QUEUE_FULL, false)),
            Map.entry(21612, new Refused(FailureReason.UNREACHABLE, true)),
            Map.entry(21614, new Refused(FailureReason.UNREACHABLE, true)),
            Map.entry(21617, new Refused(FailureReason.CONTENT_REFUSED, false)),
            Map.entry(21703, new Refused(FailureReason.CREDENTIALS, false)),
            Map.entry(21705, new Refused(FailureReason.CREDENTIALS, false)),
            Map.entry(30001, new TryAgain(QUEUE_FULL, false)),
            Map.entry(30002, new Refused(FailureReason.CREDENTIALS, false)),
            Map.entry(30003, new Refused(FailureReason.UNREACHABLE, false)),
            Map.entry(30004, new Refused(FailureReason.NOT_PERMITTED, false)),
            Map.entry(30005, new Refused(FailureReason.UNREACHABLE, true)),
            Map.entry(30006, new Refused(FailureReason.UNREACHABLE, true)),
            Map.entry(30007, new Refused(FailureReason.CONTENT_REFUSED, false)),
            Map.entry(30008, new Refused(FailureReason.UNREACHABLE, false)),
            Map.entry(30036, new Refused(FailureReason.EXPIRED, false)));

    private TwilioErrors() {}

    /** @param code Twilio's number; 0 when the answer had none @param status the HTTP status */
    static SendOutcome meaning(int code, int status) {
        SendOutcome known = TABLE.get(code);
        if (known != null) {
            return known;
        }
        return switch (status) {
            case 401, 403, 404 -> new Refused(FailureReason.CREDENTIALS, false);
            case 429 -> new TryAgain(BUSY, true);
            case 503 -> new TryAgain(BUSY, false);
            default ->
                status >= 500 || status < 400 ? new Uncertain() : new Refused(FailureReason.CONTENT_REFUSED, false);
        };
    }

    /** Why a message that Twilio took didn't arrive. */
    static FailureReason reason(int code) {
        return TABLE.get(code) instanceof Refused refused ? refused.reason() : FailureReason.UNREACHABLE;
    }

    /** Why nothing can be sent to the address any more; empty where the number says nothing about it. */
    static Optional<FailureReason> closing(int code) {
        return TABLE.get(code) instanceof Refused refused && refused.closesAddress()
                ? Optional.of(refused.reason())
                : Optional.empty();
    }

    /** Twilio's word for a state (Messaging API, MessageStatus); empty for one that means nothing to us. */
    static Optional<DeliveryState> state(String status) {
        return switch (status) {
            case "accepted", "scheduled", "queued", "sending", "sent" -> Optional.of(DeliveryState.SENT);
            case "delivered" -> Optional.of(DeliveryState.DELIVERED);
            case "read" -> Optional.of(DeliveryState.READ);
            case "failed", "undelivered", "canceled" -> Optional.of(DeliveryState.FAILED);
            default -> Optional.empty();
        };
    }
}
