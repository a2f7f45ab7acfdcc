package guanjia.staff;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;

/**
 * Counts wrong passwords over all processes: 5 in 15 minutes for a login from one address, 30 for an address, 60 for a login from
 * anywhere. The login's own limit is the widest, so that a stranger can't easily lock somebody out. A try is counted before the password
 * is checked, so that many at once can't pass together, and given back when it was right.
 */
final class SignInLimits {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int BY_BOTH = 5;
    private static final int BY_ADDRESS = 30;
    private static final int BY_LOGIN = 60;

    private record Limit(String key, int tries) {}

    private final MongoCollection<Document> counters;
    private final InstantSource realTime;

    /** @param realTime the system's time, also when the business clock runs elsewhere */
    SignInLimits(MongoDatabase database, InstantSource realTime) {
        this.counters = database.getCollection("signInTries");
        this.realTime = realTime;
    }

    /** Counts a try. How long to wait instead of trying, if there were too many; empty to go on. */
    Optional<Duration> count(String login, String address) {
        Instant now = realTime.instant();
        return limits(login, address, now).stream()
                .map(limit -> count(limit, now))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /** Takes a try back that was right. */
    void forget(String login, String address) {
        limits(login, address, realTime.instant())
                .forEach(limit -> counters.updateOne(
                        new Document("_id", limit.key()), new Document("$inc", new Document("tries", -1))));
    }

    /** Removes the counters that are over. */
    void sweep() {
        counters.deleteMany(new Document("until", new Document("$lt", realTime.millis())));
    }

    private Optional<Duration> count(Limit limit, Instant now) {
        Document counter = Objects.requireNonNull(counters.findOneAndUpdate(
                new Document("_id", limit.key()),
                new Document("$inc", new Document("tries", 1))
                        .append(
                                "$setOnInsert",
                                new Document("until", windowEnd(now).toEpochMilli())),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        return counter.getInteger("tries") <= limit.tries()
                ? Optional.empty()
                : Optional.of(Duration.between(now, windowEnd(now)));
    }

    private static List<Limit> limits(String login, String address, Instant now) {
        long window = now.toEpochMilli() / WINDOW.toMillis();
        return List.of(
                new Limit(key(window, "both", login + "\n" + address), BY_BOTH),
                new Limit(key(window, "address", address), BY_ADDRESS),
                new Limit(key(window, "login", login), BY_LOGIN));
    }

    private static Instant windowEnd(Instant now) {
        return Instant.ofEpochMilli((now.toEpochMilli() / WINDOW.toMillis() + 1) * WINDOW.toMillis());
    }

    private static String key(long window, String kind, String value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((window + "\n" + kind + "\n" + value).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
