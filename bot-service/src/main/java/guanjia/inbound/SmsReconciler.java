package guanjia.inbound;

import guanjia.conversations.Transcript;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.TwilioApi;
import guanjia.stores.TroubleLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds SMS that never reached us, as Twilio posts each only once: at start, every ten minutes, and soon after a post couldn't be stored or
 * Twilio couldn't be asked. Looks back to before the last time that worked, so that an outage of days leaves no gap. Several processes may
 * do this at once; the mailbox knows what it had.
 */
final class SmsReconciler extends InBackground {
    static final Duration EVERY = Duration.ofMinutes(10);
    /** A store that failed a post needs a moment; posts until then are found together. */
    static final Duration AFTER_TROUBLE = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(SmsReconciler.class);
    private static final TroubleLog TROUBLE = TroubleLog.of(SmsReconciler.class, TwilioApi.TwilioAway.class);
    /** How long Twilio may take to list what it received. */
    private static final Duration LISTED_WITHIN = Duration.ofHours(24);
    /** Nobody waits for an answer to what is older. */
    private static final Duration LONGEST_LOOK_BACK = Duration.ofDays(30);

    private static final int KNOWN_AT_ONCE = 200;
    private static final Duration TICK = Duration.ofMillis(250);

    private final TwilioApi twilio;
    private final Transcript transcript;
    private final SmsIntake intake;
    private final ReconciledUntil reconciled;
    private final Clock clock;
    /** Milliseconds on the clock; the first time at once. */
    private final AtomicLong due = new AtomicLong();

    /** @param clock real time, which Twilio's list is kept in */
    SmsReconciler(TwilioApi twilio, Transcript transcript, SmsIntake intake, ReconciledUntil reconciled, Clock clock) {
        super("sms-reconciler");
        this.twilio = twilio;
        this.transcript = transcript;
        this.intake = intake;
        this.reconciled = reconciled;
        this.clock = clock;
    }

    /** Takes in what is unknown. @return how many */
    int reconcile() {
        Instant now = clock.instant();
        List<ReceivedSms> received = twilio.receivedSince(since(now)).stream()
                .map(ReceivedSms::listed)
                .toList();
        int taken = 0;
        for (int from = 0; from < received.size(); from += KNOWN_AT_ONCE) {
            taken += takeUnknown(received.subList(from, Math.min(received.size(), from + KNOWN_AT_ONCE)));
        }
        reconciled.moveTo(now);
        if (taken > 0) {
            LOG.warn("{} SMS had not reached us and were fetched from Twilio.", taken);
        }
        return taken;
    }

    /** Something was missed: don't wait for the next regular time. */
    void soon() {
        long soon = clock.millis() + AFTER_TROUBLE.toMillis();
        due.accumulateAndGet(soon, Math::min);
    }

    private Instant since(Instant now) {
        Instant last = reconciled.last().filter(now::isAfter).orElse(now);
        Instant longest = now.minus(LONGEST_LOOK_BACK);
        Instant since = last.minus(LISTED_WITHIN);
        return since.isBefore(longest) ? longest : since;
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
    void work() {
        while (isRunning()) {
            if (due.get() <= clock.millis()) {
                // Before the work: who finds trouble meanwhile may bring it forward.
                due.set(clock.millis() + EVERY.toMillis());
                round();
            }
            try {
                Thread.sleep(TICK);
            } catch (InterruptedException e) {
                return; // stop() was called
            }
        }
    }

    private void round() {
        try {
            reconcile();
        } catch (RuntimeException e) {
            TROUBLE.tell("Twilio's list can't be compared now; tried again soon", e);
            soon();
        }
    }
}
