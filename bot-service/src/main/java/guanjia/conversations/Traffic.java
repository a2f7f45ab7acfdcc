package guanjia.conversations;

import java.time.Instant;
import java.util.List;

/**
 * What is on its way in and out of a conversation.
 *
 * @param inbox taken in and not yet read, in order
 * @param claimed ids of the updates that the running (or crashed) turn reads; empty when none is fixed
 * @param outbox lines not yet handed to transcript and delivery, in order
 * @param recent ids of the latest updates, to recognise replays without a look at the transcript
 * @param turns turns committed so far
 * @param seq number of the latest line
 * @param arrivals grows with everything that brings work, be it an update, a turn or a line of staff: unchanged, nothing has come since
 * @param touched when anything changed last, on the system's clock
 */
record Traffic(
        List<Inbound> inbox,
        List<String> claimed,
        List<Line> outbox,
        List<String> recent,
        long turns,
        long seq,
        long arrivals,
        Instant touched) {
    /** The mailbox holds so many at most; a conversation's document stays small under a flood. */
    static final int INBOX = 50;

    /** So many recent ids are kept in the conversation. */
    static final int RECENT = 64;

    static Traffic none(Instant now) {
        return new Traffic(List.of(), List.of(), List.of(), List.of(), 0, 0, 0, now);
    }

    /** Whether there may be updates that it doesn't remember. */
    boolean hasForgotten() {
        return recent.size() >= RECENT;
    }

    /** The updates that the next turn reads: those fixed by a turn that crashed, else all. */
    List<Inbound> toRead() {
        return claimed.isEmpty()
                ? inbox
                : inbox.stream().filter(update -> claimed.contains(update.id())).toList();
    }
}
