package guanjia.delivery;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who hear how deliveries go. One that fails harms neither the delivery nor the others. */
record Listeners(List<DeliveryListener> all) {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    Listeners {
        all = List.copyOf(all);
    }

    void tell(DeliveryStatus status) {
        for (DeliveryListener listener : all) {
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
