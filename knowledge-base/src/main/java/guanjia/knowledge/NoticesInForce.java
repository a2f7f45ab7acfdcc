package guanjia.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Planned works, outages and other things that are so just now. They are searched before the handbooks and end by themselves. A change
 * is seen by all processes within 5 s. Blocking; call from a virtual thread. Safe for use by many threads.
 */
public interface NoticesInForce {
    /** Puts a notice into force, or changes the one of this id. */
    void put(NoticeInForce notice);

    /** Ends one before its time. @return whether it was there */
    boolean end(String estate, String id);

    /** The one of this id, whether its time has come or not; empty when there is none. */
    Optional<NoticeInForce> find(String estate, String id);

    /** All of an estate that end after this time, those to come included, the soonest beginning first. */
    List<NoticeInForce> notOver(String estate, Instant at);

    /** What concerns a building (all buildings, when empty) at a time, the soonest end first. */
    List<NoticeInForce> inForce(String estate, Optional<String> building, Instant at);
}
