package guanjia.delivery;

import guanjia.delivery.TwilioApi.Report;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Twilio what became of messages whose report is overdue: reports come over the open network and each only once. Several processes may
 * do this at once. Safe for use by many threads.
 */
final class OverdueReports {
    private static final Logger LOG = LoggerFactory.getLogger(OverdueReports.class);
    /** After this long without an end it is asked for, and again after as long. */
    static final Duration OVERDUE = Duration.ofMinutes(10);
    /** Then nobody expects an end any more: some carriers never say that a message arrived. */
    static final Duration GIVEN_UP = Duration.ofDays(2);
    /** One question a message and round, so that sending comes first. */
    private static final int AT_ONCE = 50;

    private final MongoDeliveries rows;
    private final EarlyReports early;
    private final TwilioApi twilio;
    private final DeliveryReceipts receipts;
    private final Clock clock;

    /** @param clock real time */
    OverdueReports(MongoDeliveries rows, EarlyReports early, TwilioApi twilio, DeliveryReceipts receipts, Clock clock) {
        this.rows = rows;
        this.early = early;
        this.twilio = twilio;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** Asks about those that are due. @return how many questions were asked */
    int ask() {
        int asked = 0;
        for (MongoDeliveries.Awaited awaited : rows.overdue(clock.instant().minus(OVERDUE), AT_ONCE)) {
            ask(awaited);
            asked++;
        }
        early.forgetOld();
        return asked;
    }

    private void ask(MongoDeliveries.Awaited awaited) {
        Optional<Report> report = twilio.statusOf(awaited.providerId());
        boolean hopeless = report.isEmpty() || awaited.sentAt().plus(GIVEN_UP).isBefore(clock.instant());
        if (hopeless) {
            rows.awaitNoReport(awaited.id());
        } else {
            rows.awaitReportFrom(awaited.id(), clock.instant());
        }
        report.ifPresent(said -> receipts.recordStatus(awaited.providerId(), said.status(), said.errorCode()));
    }

    /** Asks until its thread is interrupted. @param pause before each round */
    void keepAsking(Duration pause) {
        try {
            while (true) {
                Thread.sleep(pause);
                askWherePossible();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the process stops
        }
    }

    private void askWherePossible() {
        try {
            ask();
        } catch (RuntimeException e) {
            LOG.info(
                    "Overdue reports can't be asked for now ({}); tried again.",
                    e.getClass().getSimpleName());
        }
    }
}
