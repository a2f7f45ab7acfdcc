package guanjia.delivery;

import guanjia.delivery.EarlyReports.Report;
import guanjia.delivery.MongoDeliveries.Reported;
import java.util.List;
import java.util.Optional;

/** Moves rows forward on Twilio's reports, and closes addresses that turn out to be none. */
final class StoredReceipts implements DeliveryReceipts {

    private final MongoDeliveries rows;
    private final EarlyReports early;
    private final ClosedAddresses closed;
    private final Listeners listeners;

    StoredReceipts(MongoDeliveries rows, EarlyReports early, ClosedAddresses closed, List<DeliveryListener> listeners) {
        this.rows = rows;
        this.early = early;
        this.closed = closed;
        this.listeners = new Listeners(listeners);
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
            listeners.tell(reported.status());
            closeWhereFinal(reported, report.errorCode());
        });
    }

    private void closeWhereFinal(Reported reported, int errorCode) {
        if (reported.status().state() == DeliveryState.FAILED) {
            TwilioErrors.closing(errorCode).ifPresent(why -> closed.close(reported.address(), why));
        }
    }
}
