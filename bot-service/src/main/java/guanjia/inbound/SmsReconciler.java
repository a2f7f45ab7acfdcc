package guanjia.inbound;

import guanjia.conversations.Transcript;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.TwilioApi;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Finds SMS that never reached us, as Twilio posts each only once: at start, every ten minutes, and soon after a post couldn't be stored.
 * Several processes may do this at once; the mailbox knows what it had.
 */
final class SmsReconciler implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SmsReconciler.class);
    private static final Duration LOOKS_BACK = Duration.ofHours(24);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(15);
    private static final int KNOWN_AT_ONCE = 200;

    private final TwilioApi twilio;
    private final Transcript transcript;
    private final SmsIntake intake;
    private final Clock clock;
    private final Duration afterTrouble;
    private final Semaphore due = new Semaphore(0);
    private volatile boolean running;
    private Thread thread = Thread.currentThread();

    /** @param clock real time, which Twilio's list is kept in */
    SmsReconciler(TwilioApi twilio, Transcript transcript, SmsIntake intake, Clock clock) {
        this(twilio, transcript, intake, clock, AFTER_TROUBLE);
    }

    SmsReconciler(TwilioApi twilio, Transcript transcript, SmsIntake intake, Clock clock, Duration afterTrouble) {
        this.twilio = twilio;
        this.transcript = transcript;
        this.intake = intake;
        this.clock = clock;
        this.afterTrouble = afterTrouble;
    }

    /** Takes in what is unknown. @return how many */
    int reconcile() {
        List<ReceivedSms> received = twilio.receivedSince(clock.instant().minus(LOOKS_BACK)).stream()
                .map(ReceivedSms::listed)
                .toList();
        int taken = 0;
        for (int from = 0; from < received.size(); from += KNOWN_AT_ONCE) {
            taken += takeUnknown(received.subList(from, Math.min(received.size(), from + KNOWN_AT_ONCE)));
        }
        if (taken > 0) {
            LOG.warn("{} SMS had not reached us and were fetched from Twilio.", taken);
        }
        return taken;
    }

    /** Something was missed: don't wait for the next regular time. */
    void soon() {
        due.release();
    }

    private int takeUnknown(List<ReceivedSms> some) {
        Set<String> known = transcript.known(
                ChannelKind.SMS, some.stream().map(ReceivedSms::sid).toList());
        List<ReceivedSms> unknown =
                some.stream().filter(sms -> !known.contains(sms.sid())).toList();
        unknown.forEach(intake::take);
        return unknown.size();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofVirtual().name("sms-reconciler").start(this::run);
    }

    @Override
    public synchronized void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            Duration pause = EVERY;
            try {
                reconcile();
            } catch (RuntimeException e) {
                LOG.warn(
                        "Twilio's list can't be compared now ({}); tried again soon.",
                        e.getClass().getSimpleName());
                pause = afterTrouble;
            }
            if (waitUntilDue(pause)) {
                waitUntilDue(afterTrouble); // the store that failed a post needs a moment; posts until then are found
                // together
            }
        }
    }

    /** @return whether somebody asked for it */
    private boolean waitUntilDue(Duration pause) {
        try {
            boolean asked = due.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            due.drainPermits();
            return asked;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
