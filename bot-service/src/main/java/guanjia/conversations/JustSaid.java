package guanjia.conversations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Conversations as their turns have just left them, kept for the moment until their answer is sent: it saves the gate a read. Whether that is
 * still how they are is decided by the condition of the write that follows. Holds the latest few only; thread-safe.
 */
final class JustSaid {
    private static final int AT_MOST = 256;

    private final Map<String, Conversation> byDelivery = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Conversation> eldest) {
            return size() > AT_MOST;
        }
    };

    /** @param delivery the id of the only message that leaves */
    synchronized void remember(String delivery, Conversation conversation) {
        byDelivery.put(delivery, conversation);
    }

    /** Once: after that the conversation has changed. */
    synchronized Optional<Conversation> recall(String delivery) {
        return Optional.ofNullable(byDelivery.remove(delivery));
    }
}
