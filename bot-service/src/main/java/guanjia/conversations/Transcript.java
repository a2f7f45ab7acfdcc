package guanjia.conversations;

import guanjia.delivery.Address;
import guanjia.delivery.ChannelKind;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What was said in all conversations, both directions. Blocking. Safe for use by many threads. */
public interface Transcript {
    /** Which of these provider ids of a channel were taken in, however long ago; for the reconciler. */
    Set<String> known(ChannelKind channel, Collection<String> providerIds);

    /**
     * What a chat's page doesn't have yet: the lines with {@link TranscriptLine#seq()} above the one given, in that order.
     *
     * <p>A line must not become visible here before all lines of its chat with smaller numbers are: readers remember the highest number
     * they saw and never look back. A line, once visible, keeps its number and words.
     *
     * @param conversation the chat's address; empty list for one that nobody wrote to yet
     * @param afterSeq the last number the reader has; 0 for the whole chat
     * @param limit at most so many lines, the earliest first
     * @throws RuntimeException (the store's) when it can't be read
     */
    List<TranscriptLine> since(Address conversation, long afterSeq, int limit);
}
