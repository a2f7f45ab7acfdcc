package guanjia.conversations;

import guanjia.delivery.ChannelKind;
import java.util.Collection;
import java.util.Set;

/** What was said in all conversations, both directions. Blocking. Safe for use by many threads. */
public interface Transcript {
    /** Which of these provider ids of a channel were taken in, however long ago; for the reconciler. */
    Set<String> known(ChannelKind channel, Collection<String> providerIds);
}
