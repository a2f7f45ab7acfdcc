package guanjia.inbound;

import java.util.Locale;

/** How Telegram's updates reach us, {@code GUANJIA_TELEGRAM_MODE}. */
enum TelegramMode {
    /** We fetch them. */
    POLLING,
    /** Telegram pushes them to our public address. */
    WEBHOOK;

    /** @throws IllegalArgumentException when it is neither; the message is one sentence naming the variable */
    static TelegramMode of(String written) {
        return switch (written.strip().toLowerCase(Locale.ROOT)) {
            case "", "polling" -> POLLING;
            case "webhook" -> WEBHOOK;
            default -> throw new IllegalArgumentException("GUANJIA_TELEGRAM_MODE must be polling or webhook.");
        };
    }

    /**
     * Telegram pushes only to https (Bot API, setWebhook); refused at the start instead of at each registration.
     *
     * @param standIn whether another server speaks for Telegram
     * @throws IllegalArgumentException when Telegram would never push to this address
     */
    void checkReachableAt(PublicUrl url, boolean standIn) {
        if (this == WEBHOOK && !standIn && !url.isHttps()) {
            throw new IllegalArgumentException(
                    "GUANJIA_PUBLIC_URL must be an https address where GUANJIA_TELEGRAM_MODE is webhook.");
        }
    }
}
