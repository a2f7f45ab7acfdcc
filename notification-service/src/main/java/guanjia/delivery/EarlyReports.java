package guanjia.delivery;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Reports about messages whose provider's id isn't recorded yet: a provider may report before we have read its answer. Safe for many threads. */
final class EarlyReports {
    /** Twilio reports within hours; what nobody asked for by then is about no message of ours. */
    private static final Duration KEPT = Duration.ofDays(3);

    private final MongoCollection<Document> reports;
    private final Clock clock;

    /** @param status Twilio's word @param errorCode 0 for none */
    record Report(String status, int errorCode) {}

    /** @param clock real time */
    EarlyReports(MongoDatabase database, Clock clock) {
        this.reports = database.getCollection("earlyReports");
        this.clock = clock;
    }

    void keep(String providerId, Report report) {
        Document said = new Document("status", report.status()).append("error", report.errorCode());
        Document change = new Document("$push", new Document("said", said))
                .append("$set", new Document("at", Date.from(clock.instant())));
        reports.updateOne(new Document("_id", providerId), change, new UpdateOptions().upsert(true));
    }

    /** What was reported before, in the order it came. */
    List<Report> about(String providerId) {
        Document row = reports.find(new Document("_id", providerId)).first();
        return row == null
                ? List.of()
                : row.getList("said", Document.class).stream()
                        .map(said -> new Report(said.getString("status"), said.getInteger("error", 0)))
                        .toList();
    }

    void forget(String providerId) {
        reports.deleteOne(new Document("_id", providerId));
    }

    void forgetOld() {
        Instant before = clock.instant().minus(KEPT);
        reports.deleteMany(new Document("at", new Document("$lt", Date.from(before))));
    }
}
