package guanjia.inbound;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What Telegram must say with every push.
 *
 * @param value 1–256 letters, digits, underscores, dashes (Bot API, setWebhook)
 */
record WebhookSecret(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final String ID = "telegram-webhook-secret";

    WebhookSecret {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "GUANJIA_TELEGRAM_WEBHOOK_SECRET must be 1 to 256 letters, digits, underscores and dashes.");
        }
    }

    /** The configured one, else one made once and kept for all processes on this store. */
    static WebhookSecret configuredOrKept(String configured, MongoDatabase database, RandomGenerator random) {
        if (!configured.isBlank()) {
            return new WebhookSecret(configured.strip());
        }
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        Document kept = database.getCollection("settings")
                .findOneAndUpdate(
                        new Document("_id", ID),
                        new Document("$setOnInsert", new Document("value", fresh)),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return new WebhookSecret(Objects.requireNonNull(kept).getString("value"));
    }

    /** Compares in constant time. */
    boolean isSaidBy(@Nullable String header) {
        return header != null
                && MessageDigest.isEqual(
                        header.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "WebhookSecret";
    }
}
