package guanjia.delivery;

import java.util.List;

/** The way out. Blocking; call from a virtual thread. Safe for use by many threads. */
public interface Notifications {
    /**
     * Takes the messages over: stored when this returns, sent as soon as the limits of the channel allow, those of one address in the
     * order given. Handing the same id over again changes nothing.
     *
     * @throws RuntimeException (the store's) when it can't be stored; nothing is sent then that isn't stored, and calling again with
     *     the same messages is safe
     */
    void dispatch(List<Delivery> deliveries);
}
