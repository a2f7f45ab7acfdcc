package guanjia.delivery;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves rows forward on Twilio's reports. */
final class StoredReceipts implements DeliveryReceipts {
    private static final Logger LOG = LoggerFactory.getLogger(StoredReceipts.class);

    private final MongoDeliveries rows;
    private final List<DeliveryListener> listeners;

    StoredReceipts(MongoDeliveries rows, List<DeliveryListener> listeners) {
        this.rows = rows;
        this.listeners = listeners;
    }

    @Override
    public void recordStatus(String providerId, String status, int errorCode) {
        Optional<DeliveryState> state = TwilioErrors.state(status);
        if (state.isEmpty()) {
            return;
        }
        Optional<FailureReason> reason =
                state.get() == DeliveryState.FAILED ? Optional.of(TwilioErrors.reason(errorCode)) : Optional.empty();
        rows.report(providerId, state.get(), reason).ifPresent(this::tell);
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
