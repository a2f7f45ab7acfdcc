package guanjia.conversations;

import guanjia.delivery.Address;
import java.util.Optional;

/** Nobody watches. */
final class NoDrafts implements Drafts {
    @Override
    public void show(Address chat, String text) {}

    @Override
    public void clear(Address chat) {}

    @Override
    public Optional<String> of(Address chat) {
        return Optional.empty();
    }
}
