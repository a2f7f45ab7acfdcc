package guanjia.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** A channel whose provider can be asked whether it took a message. */
interface LooksUp {
    /**
     * @param since when the message was stored, in real time
     * @param taken whether a provider's id belongs to another message of ours: two equal texts to one address are told apart so
     * @return the provider's id of the message; empty when it surely doesn't have it
     * @throws RuntimeException when the provider can't be asked
     */
    Optional<String> lookUp(Address address, Content content, Instant since, Predicate<String> taken);
}
