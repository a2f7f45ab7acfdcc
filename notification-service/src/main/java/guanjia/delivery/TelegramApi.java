package guanjia.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What the way in asks of Telegram; sending goes through {@link Notifications}. Exists as a bean where {@code GUANJIA_TELEGRAM_TOKEN} is
 * set. Blocking; call from a virtual thread. Safe for use by many threads.
 */
public interface TelegramApi {
    /** Tells Telegram that a press was heard. @throws TelegramAway when that fails */
    void answerCallback(String callback);

    /**
     * Shows these commands in the chat's menu.
     *
     * @param language two-letter code of the apps that show them; empty for all without a list of their own
     * @param commands name without slash → what it does, in the order shown
     * @throws TelegramAway when that fails
     */
    void setCommands(String language, Map<String, String> commands);

    /** Has updates of these kinds pushed to an address from now on. @throws TelegramAway when that fails */
    void setWebhook(String url, String secret, Set<String> kinds);

    /** Has updates kept for fetching from now on; those waiting stay. @throws TelegramAway when that fails */
    void deleteWebhook();

    /**
     * Fetches the next updates.
     *
     * @param offset the first id wanted; everything below is done with. 0 for the oldest that is waiting
     * @param wait how long Telegram may hold the call open when there are none
     * @param kinds of updates wanted, by Telegram's names; said each time, as Telegram remembers those that another program asked for
     */
    Fetched getUpdates(long offset, Duration wait, Set<String> kinds);

    /**
     * Fetches a file that somebody sent.
     *
     * @param fileId Telegram's id of it
     * @param limit the most bytes to take; the Bot API itself gives at most 20 MB
     * @throws TelegramAway when it can't be fetched or is larger
     */
    byte[] fetchFile(String fileId, int limit);

    /** What came of a fetch of updates. */
    sealed interface Fetched {
        /** Telegram's whole answer, {@code {"ok": true, "result": […]}}. */
        record Batch(byte[] json) implements Fetched {}

        /** Another process fetches at this moment, or a webhook is set (409). */
        record Conflict() implements Fetched {}

        /** Telegram doesn't know the token (401, 404): an operator must act. */
        record UnknownToken() implements Fetched {}

        /** Telegram is away or wants a pause. @param after how long to wait at least; zero when it doesn't say */
        record Away(Duration after) implements Fetched {}
    }

    /** Telegram couldn't be asked or said no; the message holds no token and no personal data. */
    final class TelegramAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TelegramAway(String what) {
            super(what);
        }
    }
}
