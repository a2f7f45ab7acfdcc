package guanjia.inbound;

import java.time.Duration;
import java.util.Map;

/** What this package asks of Telegram. Blocking; call from a virtual thread. Safe for use by many threads. */
interface TelegramLine {
    /** Tells Telegram that a press was heard. @throws RuntimeException when that fails */
    void answerCallback(String callback);

    /**
     * Shows these commands in the chat's menu.
     *
     * @param language two-letter code of the apps that show them; empty for all without a list of their own
     * @param commands name without slash → what it does, in the order shown
     */
    void setCommands(String language, Map<String, String> commands);

    /** Has updates pushed to an address from now on. */
    void setWebhook(String url, String secret);

    /** Has updates kept for fetching from now on; those waiting stay. */
    void deleteWebhook();

    /**
     * Fetches the next updates.
     *
     * @param offset the first id wanted; everything below is done with. 0 for the oldest that is waiting
     * @param wait how long Telegram may hold the call open when there are none
     */
    Fetched fetch(long offset, Duration wait);

    /** What came of a fetch. */
    sealed interface Fetched {
        /** Telegram's whole answer, {@code {"ok": true, "result": […]}}. */
        record Batch(byte[] json) implements Fetched {}

        /** Another process fetches at this moment, or a webhook is set (409). */
        record Conflict() implements Fetched {}

        /** Telegram is away or wants a pause. @param after how long to wait at least; zero when it doesn't say */
        record Away(Duration after) implements Fetched {}
    }
}
