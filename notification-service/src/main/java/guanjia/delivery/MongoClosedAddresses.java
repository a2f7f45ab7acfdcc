package guanjia.delivery;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closed addresses by their hashes. Each process keeps the hashes it has seen, so that open addresses, nearly all, cost no read; a hash
 * found there is looked up in the store, which alone decides. What another process closed is known here within {@link #REREAD}; until then
 * the provider refuses once more.
 */
final class MongoClosedAddresses implements ClosedAddresses {
    private static final Logger LOG = LoggerFactory.getLogger(MongoClosedAddresses.class);
    private static final Duration REREAD = Duration.ofMinutes(1);
    /** A number that couldn't be reached may get a new phone: then one message tries it again. Who blocked us must write first. */
    private static final Duration UNREACHABLE_FOR = Duration.ofDays(30);

    private final MongoCollection<Document> closed;
    private final Clock clock;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicLong readAt = new AtomicLong();

    /** @param clock real time */
    MongoClosedAddresses(MongoDatabase database, Clock clock) {
        this.closed = database.getCollection("closedAddresses");
        this.clock = clock;
    }

    @Override
    public void close(Address address, FailureReason reason) {
        String key = AddressKey.of(address);
        Document now = new Document("reason", reason.name())
                .append("channel", address.channel().name())
                .append("at", Date.from(clock.instant()));
        closed.updateOne(new Document("_id", key), new Document("$set", now), new UpdateOptions().upsert(true));
        seen.add(key);
    }

    @Override
    public void open(Address address) {
        String key = AddressKey.of(address);
        if (mayBeClosed(key)) {
            closed.deleteOne(new Document("_id", key));
            seen.remove(key);
        }
    }

    /** Why nothing can be sent there; empty where it can. */
    Optional<FailureReason> reason(Address address) {
        String key = AddressKey.of(address);
        if (!mayBeClosed(key)) {
            return Optional.empty();
        }
        Document row = closed.find(new Document("_id", key)).first();
        if (row == null) {
            seen.remove(key);
            return Optional.empty();
        }
        return Optional.of(FailureReason.valueOf(row.getString("reason")))
                .filter(reason -> reason != FailureReason.UNREACHABLE
                        || row.getDate("at").toInstant().plus(UNREACHABLE_FOR).isAfter(clock.instant()));
    }

    private boolean mayBeClosed(String key) {
        long last = readAt.get();
        long now = clock.millis();
        if (now - last > REREAD.toMillis() && readAt.compareAndSet(last, now)) {
            read();
        }
        return seen.contains(key);
    }

    /** Only adds: what was opened elsewhere is noticed where it is looked up. */
    private void read() {
        try {
            for (Document row : closed.find().projection(Projections.include("_id"))) {
                seen.add(row.getString("_id"));
            }
        } catch (MongoException e) {
            LOG.debug("Closed addresses can't be read now; the known ones serve.", e);
        }
    }
}
