package guanjia.inbound;

import guanjia.delivery.Address;
import guanjia.delivery.ClosedAddresses;
import guanjia.delivery.FailureReason;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Closed addresses in memory. */
final class FakeClosedAddresses implements ClosedAddresses {
    final Map<Address, FailureReason> closed = new ConcurrentHashMap<>();

    @Override
    public void close(Address address, FailureReason reason) {
        closed.put(address, reason);
    }

    @Override
    public void open(Address address) {
        closed.remove(address);
    }
}
