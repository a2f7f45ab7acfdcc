package guanjia.delivery;

import guanjia.delivery.SendOutcome.Refused;
import guanjia.delivery.SendOutcome.TryAgain;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What Telegram's errors mean for a message. The texts are the Bot API server's (tdlib/telegram-bot-api, Client.cpp); the first row whose
 * code and words fit counts. Anything unknown of 4xx is a refusal of this content, of 5xx worth another try: Telegram says so in words
 * ({@code ok: false}), so it surely wasn't sent.
 */
final class TelegramErrors {
    private record Row(int code, String words, SendOutcome means) {}

    private static final List<Row> TABLE = List.of(
            new Row(400, "chat not found", closed(FailureReason.UNREACHABLE)),
            new Row(400, "peer_id_invalid", closed(FailureReason.UNREACHABLE)),
            new Row(400, "user not found", closed(FailureReason.UNREACHABLE)),
            new Row(400, "input_user_deactivated", closed(FailureReason.UNREACHABLE)),
            new Row(400, "group chat was upgraded", closed(FailureReason.UNREACHABLE)),
            new Row(400, "not enough rights", new Refused(FailureReason.NOT_PERMITTED, false)),
            new Row(400, "", new Refused(FailureReason.CONTENT_REFUSED, false)),
            new Row(401, "", new Refused(FailureReason.CREDENTIALS, false)),
            new Row(403, "user is deactivated", closed(FailureReason.UNREACHABLE)),
            new Row(403, "bots can't send messages to bots", closed(FailureReason.NOT_PERMITTED)),
            new Row(403, "can't initiate conversation", closed(FailureReason.BLOCKED)),
            new Row(403, "", closed(FailureReason.BLOCKED)),
            new Row(404, "", new Refused(FailureReason.CREDENTIALS, false)),
            new Row(409, "", new TryAgain(Duration.ofSeconds(1), false)),
            new Row(413, "", new Refused(FailureReason.CONTENT_REFUSED, false)));

    private TelegramErrors() {}

    /** @param retryAfter seconds Telegram asks for; 0 for none */
    static SendOutcome meaning(int code, String description, int retryAfter) {
        if (code == 429) {
            return new TryAgain(Duration.ofSeconds(Math.max(1, retryAfter)), true);
        }
        if (code >= 500) {
            return new TryAgain(Duration.ofSeconds(Math.max(1, retryAfter)), false);
        }
        String said = description.toLowerCase(Locale.ROOT);
        return TABLE.stream()
                .filter(row -> row.code == code && said.contains(row.words))
                .findFirst()
                .map(Row::means)
                .orElse(new Refused(FailureReason.CONTENT_REFUSED, false));
    }

    private static Refused closed(FailureReason reason) {
        return new Refused(reason, true);
    }
}
