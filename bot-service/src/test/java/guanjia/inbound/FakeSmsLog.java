package guanjia.inbound;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Twilio's list of received messages, in memory. */
final class FakeSmsLog implements SmsLog {
    private final List<ReceivedSms> received = new ArrayList<>();
    volatile boolean away;
    private int asked;

    synchronized void add(ReceivedSms sms) {
        received.add(sms);
    }

    synchronized int asked() {
        return asked;
    }

    @Override
    public synchronized List<ReceivedSms> receivedSince(Instant since) {
        asked++;
        if (away) {
            throw new IllegalStateException("Twilio is away");
        }
        return received.stream().filter(sms -> !sms.at().isBefore(since)).toList();
    }
}
