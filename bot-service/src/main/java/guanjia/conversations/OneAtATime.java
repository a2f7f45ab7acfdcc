package guanjia.conversations;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Lets one turn of a conversation run at a time in this process. Not bound to a thread: a turn may be begun by the webhook's thread and
 * ended by another. Thread-safe; keeps nothing for conversations at rest.
 */
final class OneAtATime {
    private final ConcurrentHashMap<ConversationId, Place> places = new ConcurrentHashMap<>();

    /** Enters if nobody is inside. */
    boolean tryEnter(ConversationId id) {
        Place place = join(id);
        if (place.door.tryAcquire()) {
            return true;
        }
        part(id);
        return false;
    }

    /** Enters as soon as nobody is inside. */
    void enter(ConversationId id) {
        join(id).door.acquireUninterruptibly();
    }

    /** Whether somebody is inside. */
    boolean isTaken(ConversationId id) {
        return places.containsKey(id);
    }

    /** Leaves; whoever waits longest comes next. */
    void leave(ConversationId id) {
        Place place = places.get(id);
        if (place == null) {
            throw new IllegalStateException("Nobody is inside " + id);
        }
        place.door.release();
        part(id);
    }

    private Place join(ConversationId id) {
        return places.compute(id, (same, place) -> {
            Place joined = place == null ? new Place() : place;
            joined.guests++;
            return joined;
        });
    }

    private void part(ConversationId id) {
        places.computeIfPresent(id, (same, place) -> --place.guests == 0 ? null : place);
    }

    private static final class Place {
        private final Semaphore door = new Semaphore(1, true);
        private int guests;
    }
}
