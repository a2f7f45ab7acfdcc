package guanjia.staff;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import guanjia.directory.EstateCode;
import guanjia.stores.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The chain in {@code audit}. The sequence number is the key, so two processes can't write the same link: the one that comes second
 * reads on and tries the next.
 */
final class MongoAudit implements Audit {
    private static final String BEGINNING = "";

    private final MongoCollection<Document> collection;
    private final Clock clock;
    private final ReentrantLock writing = new ReentrantLock();
    private @Nullable AuditEntry last;

    MongoAudit(MongoDatabase database, Clock clock) {
        Schema.bring(
                database,
                "staff.audit",
                db -> db.getCollection("audit").createIndex(new Document("estate", 1)),
                db -> db.getCollection("audit").createIndex(new Document("estate", 1).append("_id", 1)));
        this.collection = database.getCollection("audit");
        this.clock = clock;
    }

    @Override
    public AuditEntry record(StaffMember who, Deed deed) {
        writing.lock();
        try {
            while (true) {
                AuditEntry next = link(newest(), who, deed, Instant.ofEpochMilli(clock.millis()));
                if (insert(next)) {
                    last = next;
                    return next;
                }
            }
        } finally {
            writing.unlock();
        }
    }

    @Override
    public List<AuditEntry> latest(Optional<EstateCode> estate, int limit) {
        Document where =
                estate.map(code -> new Document("estate", code.value())).orElseGet(Document::new);
        return collection
                .find(where)
                .sort(new Document("_id", -1))
                .limit(limit)
                .map(MongoAudit::read)
                .into(new ArrayList<>());
    }

    @Override
    public OptionalLong firstBreak() {
        long expected = 1;
        String hash = BEGINNING;
        for (Document stored : collection.find().sort(new Document("_id", 1))) {
            AuditEntry entry = read(stored);
            if (entry.sequence() != expected || !entry.hash().equals(AuditHash.of(hash, entry))) {
                return OptionalLong.of(expected);
            }
            hash = entry.hash();
            expected++;
        }
        return OptionalLong.empty();
    }

    /** The newest entry, other processes' included; empty before the first. */
    private Optional<AuditEntry> newest() {
        if (last == null) {
            last = latest(Optional.empty(), 1).stream().findFirst().orElse(null);
        }
        while (last != null) {
            Document following =
                    collection.find(new Document("_id", last.sequence() + 1)).first();
            if (following == null) {
                break;
            }
            last = read(following);
        }
        return Optional.ofNullable(last);
    }

    private static AuditEntry link(Optional<AuditEntry> previous, StaffMember who, Deed deed, Instant now) {
        AuditEntry open = new AuditEntry(
                previous.map(AuditEntry::sequence).orElse(0L) + 1,
                now,
                who.login(),
                deed.what(),
                deed.estate(),
                deed.about(),
                new TreeMap<>(deed.before()),
                new TreeMap<>(deed.after()),
                "");
        return open.closed(AuditHash.of(previous.map(AuditEntry::hash).orElse(BEGINNING), open));
    }

    private boolean insert(AuditEntry entry) {
        try {
            collection.insertOne(new Document("_id", entry.sequence())
                    .append("at", entry.at().toEpochMilli())
                    .append("who", entry.who())
                    .append("what", entry.what())
                    .append("estate", entry.estate().map(EstateCode::value).orElse(null))
                    .append("about", entry.about())
                    .append("before", pairs(entry.before()))
                    .append("after", pairs(entry.after()))
                    .append("hash", entry.hash()));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static AuditEntry read(Document stored) {
        return new AuditEntry(
                stored.getLong("_id"),
                Instant.ofEpochMilli(stored.getLong("at")),
                stored.getString("who"),
                stored.getString("what"),
                Optional.ofNullable(stored.getString("estate")).map(EstateCode::new),
                stored.getString("about"),
                values(stored, "before"),
                values(stored, "after"),
                stored.getString("hash"));
    }

    /** As pairs and not as fields: a name may have dots, which fields may not. */
    private static List<List<String>> pairs(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> List.of(value.getKey(), value.getValue()))
                .toList();
    }

    private static Map<String, String> values(Document stored, String field) {
        Map<String, String> values = new TreeMap<>();
        for (Object pair : stored.getList(field, Object.class, List.of())) {
            if (pair instanceof List<?> both && both.size() == 2) {
                values.put(String.valueOf(both.get(0)), String.valueOf(both.get(1)));
            }
        }
        return values;
    }
}
