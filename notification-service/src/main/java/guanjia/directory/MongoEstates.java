package guanjia.directory;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import guanjia.stores.Schema;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The estates in {@code estates}, kept in memory for at most five seconds. */
final class MongoEstates implements Estates {
    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private record Copy(Map<EstateCode, Estate> estates, long takenAt) {}

    /** A read that failed, and when it did. */
    private record Trouble(RuntimeException why, long at) {}

    private final MongoCollection<Document> collection;
    private final LongSupplier nanoTime;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Copy copy;
    private volatile @Nullable Trouble lastTrouble;

    /** @param nanoTime real time that only runs forward, as {@link System#nanoTime} */
    MongoEstates(MongoDatabase database, LongSupplier nanoTime) {
        Schema.bring(database, "directory.estates", db -> db.getCollection("estates")
                .createIndex(new Document("shortCode", 1), new IndexOptions().unique(true)));
        this.collection = database.getCollection("estates");
        this.nanoTime = nanoTime;
    }

    @Override
    public Optional<Estate> find(EstateCode code) {
        return Optional.ofNullable(estates().get(code));
    }

    @Override
    public Optional<Estate> stored(EstateCode code) {
        return Optional.ofNullable(
                        collection.find(new Document("_id", code.value())).first())
                .map(EstateDocuments::read);
    }

    @Override
    public List<Estate> all() {
        return List.copyOf(estates().values());
    }

    @Override
    public Optional<Estate> findBySmsNumber(String number) {
        List<Estate> found = estates().values().stream()
                .filter(estate -> estate.sms().from().equals(Optional.of(number)))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    @Override
    public Saved save(Estate estate) {
        reading.lock(); // or a copy read before could be kept after
        try {
            Document byCode = new Document("_id", estate.code().value());
            collection.replaceOne(byCode, EstateDocuments.write(estate), new ReplaceOptions().upsert(true));
            return Saved.DONE;
        } catch (MongoWriteException e) {
            return whenDuplicate(e, e.getError().getCategory());
        } catch (MongoCommandException e) {
            return whenDuplicate(e, ErrorCategory.fromErrorCode(e.getErrorCode()));
        } finally {
            copy = null;
            reading.unlock();
        }
    }

    @Override
    public String freeShortCode(EstateCode code) {
        Collection<String> taken =
                estates().values().stream().map(Estate::shortCode).toList();
        return ShortCodes.propose(code, taken);
    }

    private static Saved whenDuplicate(RuntimeException failure, ErrorCategory category) {
        if (category == ErrorCategory.DUPLICATE_KEY) {
            return Saved.SHORT_CODE_TAKEN;
        }
        throw failure;
    }

    private Map<EstateCode, Estate> estates() {
        Copy held = copy;
        if (held != null && nanoTime.getAsLong() - held.takenAt() < FRESH_NANOS) {
            return held.estates();
        }
        long asked = nanoTime.getAsLong();
        reading.lock(); // so that a thousand turns at once don't read a thousand times
        try {
            Copy meanwhile = copy;
            if (meanwhile != null && meanwhile != held) {
                return meanwhile.estates();
            }
            Trouble trouble = lastTrouble;
            if (trouble != null && trouble.at() - asked > 0) {
                throw trouble.why(); // nor wait for an absent store one after the other
            }
            return readAnew();
        } finally {
            reading.unlock();
        }
    }

    private Map<EstateCode, Estate> readAnew() {
        long now = nanoTime.getAsLong();
        try {
            Map<EstateCode, Estate> read = read();
            copy = new Copy(read, now);
            return read;
        } catch (RuntimeException e) {
            lastTrouble = new Trouble(e, nanoTime.getAsLong());
            throw e;
        }
    }

    private Map<EstateCode, Estate> read() {
        Map<EstateCode, Estate> byCode = new LinkedHashMap<>();
        collection.find().map(EstateDocuments::read).into(new java.util.ArrayList<>()).stream()
                .sorted(Comparator.comparing(Estate::name)
                        .thenComparing(estate -> estate.code().value()))
                .forEach(estate -> byCode.put(estate.code(), estate));
        return java.util.Collections.unmodifiableMap(byCode);
    }
}
