package guanjia.inbound;

import java.time.Instant;
import java.util.List;

/** Twilio's own list of what it received for us. Blocking. Safe for use by many threads. */
interface SmsLog {
    /** Inbound messages since then, oldest first. @throws RuntimeException when Twilio can't be asked */
    List<ReceivedSms> receivedSince(Instant since);
}
