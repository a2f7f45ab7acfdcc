package guanjia.conversations;

import guanjia.delivery.Address;
import java.util.Optional;

/**
 * Answers that are still being written, for pages that are open: a hint that may get lost, never part of the transcript. Quick; safe for use
 * by many threads and processes.
 */
public interface Drafts {
    /** Shows how an answer begins, in place of what was shown before. */
    void show(Address chat, String text);

    /** The answer is there, or there will be none. */
    void clear(Address chat);

    /** What is being written in this chat. */
    Optional<String> of(Address chat);
}
