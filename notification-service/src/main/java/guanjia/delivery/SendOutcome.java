package guanjia.delivery;

import java.time.Duration;

/** What came of one attempt to send. */
public sealed interface SendOutcome {
    /** The provider has it. @param providerId the provider's id of the message */
    record Sent(String providerId) implements SendOutcome {}

    /** The provider will never take it. @param reason what it means, as a code of ours @param closesAddress nothing can be sent there any more */
    record Refused(FailureReason reason, boolean closesAddress) implements SendOutcome {}

    /** Certainly not sent; worth another try. @param after how long to wait @param wholeChannel the wait holds for the whole channel (Telegram's retry_after) */
    record TryAgain(Duration after, boolean wholeChannel) implements SendOutcome {}

    /** The call was made and nobody knows whether it arrived. */
    record Uncertain() implements SendOutcome {}
}
