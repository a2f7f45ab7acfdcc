package guanjia.delivery;

import guanjia.delivery.EarlyReports.Report;
import guanjia.delivery.MongoDeliveries.Reported;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves rows forward on Twilio's reports, and closes addresses that turn out to be none. */
final class StoredReceipts implements DeliveryReceipts {
    private static final Logger LOG = LoggerFactory.getLogger(StoredReceipts.class);

    private final MongoDeliveries rows;
    private final EarlyReports early;
    private final ClosedAddresses closed;
    private final List<DeliveryListener> listeners;

    StoredReceipts(MongoDeliveries rows, EarlyReports early, ClosedAddresses closed, List<DeliveryListener> listeners) {
        this.rows = rows;
        this.early = early;
        this.closed = closed;
        this.listeners = listeners;
    }

    @Override
    public void recordStatus(String providerId, String status, int errorCode) {
        if (TwilioErrors.state(status).isEmpty()) {
            return;
        }
        Report report = new Report(status, errorCode);
        if (rows.knowsProviderId(providerId)) {
            apply(providerId, report);
        } else {
            early.keep(providerId, report);
            if (rows.knowsProviderId(providerId)) { // recorded meanwhile, by somebody who didn't see this report yet
                catchUp(providerId);
            }
        }
    }

    /** The provider's id of a message was recorded just now: what was reported before counts. */
    void catchUp(String providerId) {
        List<Report> reports = early.about(providerId);
        reports.forEach(report -> apply(providerId, report));
        if (!reports.isEmpty()) {
            early.forget(providerId);
        }
    }

    private void apply(String providerId, Report report) {
        Optional<DeliveryState> state = TwilioErrors.state(report.status());
        if (state.isEmpty()) {
            return;
        }
        Optional<FailureReason> reason = state.get() == DeliveryState.FAILED
                ? Optional.of(TwilioErrors.reason(report.errorCode()))
                : Optional.empty();
        rows.report(providerId, state.get(), reason).ifPresent(reported -> {
            tell(reported.status());
            closeWhereFinal(reported, report.errorCode());
        });
    }

    private void closeWhereFinal(Reported reported, int errorCode) {
        if (reported.status().state() == DeliveryState.FAILED) {
            TwilioErrors.closing(errorCode).ifPresent(why -> closed.close(reported.address(), why));
        }
    }

    private void tell(DeliveryStatus status) {
        for (DeliveryListener listener : listeners) {
            try {
                listener.changed(status);
            } catch (RuntimeException e) {
                LOG.warn(
                        "A listener failed on delivery {}: {}",
                        status.id(),
                        e.getClass().getName());
            }
        }
    }
}
