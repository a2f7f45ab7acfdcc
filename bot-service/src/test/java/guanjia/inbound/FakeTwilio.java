package guanjia.inbound;

import guanjia.delivery.TwilioApi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Twilio's list of received messages, in memory. */
final class FakeTwilio implements TwilioApi {
    private final List<Received> received = new ArrayList<>();
    volatile boolean away;
    private int asked;

    synchronized void add(Received sms) {
        received.add(sms);
    }

    synchronized void forgetAll() {
        received.clear();
        away = false;
    }

    synchronized int asked() {
        return asked;
    }

    @Override
    public java.util.Optional<Report> statusOf(String sid) {
        throw new UnsupportedOperationException("nothing here asks");
    }

    @Override
    public synchronized List<Received> receivedSince(Instant since) {
        asked++;
        if (away) {
            throw new IllegalStateException("Twilio is away");
        }
        return received.stream().filter(sms -> !sms.at().isBefore(since)).toList();
    }
}
