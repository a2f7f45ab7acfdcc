package guanjia.delivery;

/**
 * Hears of every change that this process records, after it is stored; beans of this type are told. A hint for open pages: a crash may
 * swallow it, {@link Deliveries} is the truth. Called on a worker's thread, so be quick; an exception is logged and ignored.
 */
@FunctionalInterface
public interface DeliveryListener {
    /** A message got a new state; of a split message, one of its parts. */
    void changed(DeliveryStatus status);
}
