package guanjia.inbound;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** Until when Twilio's list was compared with what reached us, for one account; kept in {@code settings}. */
final class ReconciledUntil {
    private final MongoCollection<Document> settings;
    private final String id;

    /** @param account Twilio's id of it */
    ReconciledUntil(MongoDatabase database, String account) {
        this.settings = database.getCollection("settings");
        this.id = "sms-reconciled-" + account;
    }

    /** Empty before the first time. */
    Optional<Instant> last() {
        return Optional.ofNullable(settings.find(new Document("_id", id)).first())
                .map(stored -> stored.getDate("until").toInstant());
    }

    /** Only forward: of several processes the latest counts. */
    void moveTo(Instant until) {
        settings.updateOne(
                new Document("_id", id),
                new Document("$max", new Document("until", Date.from(until))),
                new UpdateOptions().upsert(true));
    }
}
