package guanjia.delivery;

import java.util.Collection;
import java.util.Map;

/** What became of messages. Blocking. Safe for use by many threads. */
public interface Deliveries {
    /**
     * Looks messages up.
     *
     * @param ids ids of deliveries, at most a page of them
     * @return id → status; ids never handed over are left out
     */
    Map<String, DeliveryStatus> statuses(Collection<String> ids);
}
