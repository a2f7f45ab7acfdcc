package guanjia.conversations;

import guanjia.delivery.WebNudges.Listening;
import guanjia.directory.EstateCode;

/**
 * Tells open pages of staff, in whatever process, that they may read again. Carries no content. A hint that may get lost, and comes only
 * for chats that want a person or have one: pages read again every few seconds anyway. Safe for use by many threads.
 */
public interface ChatSignals {
    /** Listens for changes of who waits and who has whom in an estate. @param heard called on any thread; must not block */
    Listening onEstate(EstateCode estate, Runnable heard);

    /** Listens for new lines of a chat and for what becomes of them. @param heard called on any thread; must not block */
    Listening onChat(ConversationId chat, Runnable heard);
}
