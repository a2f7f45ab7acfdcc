package guanjia.inbound;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** How far the fetching of Telegram's updates has come, for one bot; kept in {@code settings}. */
final class PollingOffset {
    /**
     * Telegram numbers updates anew, from anywhere, after a week without any (Bot API, Update): an offset from before could hide the new
     * ones for ever. Starting at the oldest waiting one is always right, as the mailbox knows what it had.
     */
    private static final Duration GOOD_FOR = Duration.ofDays(6);

    private final MongoCollection<Document> settings;
    private final String id;
    private final Clock clock;

    /** @param bot the bot's number, the part of the token before the colon @param clock real time */
    PollingOffset(MongoDatabase database, String bot, Clock clock) {
        this.settings = database.getCollection("settings");
        this.id = "telegram-offset-" + bot;
        this.clock = clock;
    }

    /** The first update wanted; 0 for the oldest that Telegram has. */
    long next() {
        Document stored = settings.find(new Document("_id", id)).first();
        if (stored == null) {
            return 0;
        }
        Instant movedAt = stored.getDate("movedAt").toInstant();
        return movedAt.plus(GOOD_FOR).isBefore(clock.instant()) ? 0 : stored.getLong("next");
    }

    void moveTo(long next) {
        settings.updateOne(
                new Document("_id", id),
                new Document("$set", new Document("next", next).append("movedAt", Date.from(clock.instant()))),
                new UpdateOptions().upsert(true));
    }
}
