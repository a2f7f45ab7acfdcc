package guanjia.delivery;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import guanjia.stores.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The rows of messages, one each. A row that isn't settled belongs to an owner, the process that is to send it; every change of such a row
 * names the owner in its condition, so that a row taken over by another process can't be changed by the first. Safe for many threads.
 */
final class MongoDeliveries implements Deliveries {
    private static final int BATCH = 500;
    private static final String AWAITED = "awaited";

    /** A provider's word about a message that was news. @param address where the message went */
    record Reported(DeliveryStatus status, Address address) {}

    /** A message whose end its provider hasn't reported yet. */
    record Awaited(String id, String providerId, Instant sentAt) {}

    private final MongoCollection<Document> rows;
    private final Clock clock;

    /** @param clock real time */
    MongoDeliveries(MongoDatabase database, Clock clock) {
        this.rows = database.getCollection("deliveries");
        this.clock = clock;
        Schema.bring(database, "delivery.deliveries", MongoDeliveries::indexes);
    }

    /** Sparse: what is settled stands in no index that it needs no more. */
    private static void indexes(MongoDatabase database) {
        MongoCollection<Document> rows = database.getCollection("deliveries");
        IndexOptions sparse = new IndexOptions().sparse(true);
        rows.createIndex(new Document("owner", 1), sparse);
        rows.createIndex(new Document("provider", 1), sparse);
        rows.createIndex(new Document("report", 1), sparse);
    }

    /**
     * Stores new rows, all in one write.
     *
     * @param documents as {@link DeliveryDocuments#write} made them
     * @return ids that were stored before
     */
    List<String> insert(List<Document> documents) {
        try {
            rows.insertMany(documents, new InsertManyOptions().ordered(false));
            return List.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            return storedBefore(documents);
        }
    }

    /** The embedded store's counts and error lists can't be trusted, so that the rows themselves are asked whose they are. */
    private List<String> storedBefore(List<Document> documents) {
        Map<String, String> claims = new HashMap<>();
        for (Document row : rows.find(
                        idIn(documents.stream().map(row -> row.getString("_id")).toList()))
                .projection(Projections.include("claim"))) {
            claims.put(row.getString("_id"), row.getString("claim"));
        }
        List<String> before = new ArrayList<>();
        for (Document wanted : documents) {
            String claim = claims.get(wanted.getString("_id"));
            if (claim == null) {
                rows.insertOne(wanted);
            } else if (!claim.equals(wanted.getString("claim"))) {
                before.add(wanted.getString("_id"));
            }
        }
        return before;
    }

    /** Notes that an attempt begins. @return whether the row still is this owner's */
    boolean begin(String id, String owner) {
        return rows.updateOne(mine(id, owner), set(DeliveryState.SENDING)).getMatchedCount() == 1;
    }

    /** Settles a row; what an SMS provider took is awaited to be reported. @return whether it was this owner's */
    boolean settle(Outgoing message, String owner, DeliveryState state, String providerId, String error) {
        Document change = stamp(state).append("attempts", message.attempts());
        if (state == DeliveryState.SENT && message.address().channel() == ChannelKind.SMS) {
            change.append("report", AWAITED).append("asked", Date.from(clock.instant()));
        }
        if (!providerId.isEmpty()) {
            change.append("provider", providerId);
        }
        if (!error.isEmpty()) {
            change.append("error", error);
        }
        Document update = new Document("$set", change).append("$unset", new Document("owner", ""));
        return rows.updateOne(mine(message.id(), owner), update).getMatchedCount() == 1;
    }

    /** Notes that the row is tried again later. @param state QUEUED, or SENDING while the attempt's end is unknown */
    boolean postpone(String id, String owner, DeliveryState state, int attempts, Instant next) {
        Document change = stamp(state).append("attempts", attempts).append("next", Date.from(next));
        return rows.updateOne(mine(id, owner), new Document("$set", change)).getMatchedCount() == 1;
    }

    /** Takes a row from one owner to another. @return whether this call did it */
    boolean move(String id, String from, String to) {
        return rows.updateOne(mine(id, from), new Document("$set", new Document("owner", to)))
                        .getMatchedCount()
                == 1;
    }

    /** Some rows that belong to an owner. */
    List<Document> ownedBy(String owner) {
        return rows.find(new Document("owner", owner)).limit(BATCH).into(new ArrayList<>());
    }

    /** These rows, as far as they are this owner's. */
    List<Document> ownedBy(String owner, Collection<String> ids) {
        return rows.find(idIn(ids)).into(new ArrayList<>()).stream()
                .filter(row -> owner.equals(row.getString("owner")))
                .toList();
    }

    /** Whether a message of ours is known to have this id at its provider. */
    boolean knowsProviderId(String providerId) {
        return rows.find(new Document("provider", providerId)).first() != null;
    }

    /** Moves a row forward on the provider's word. @return the new status if that changed anything */
    Optional<Reported> report(String providerId, DeliveryState state, Optional<FailureReason> reason) {
        Document row = rows.find(new Document("provider", providerId)).first();
        while (row != null) {
            DeliveryState before = DeliveryState.valueOf(row.getString("state"));
            if (!before.mayBecome(state)) {
                return Optional.empty();
            }
            Document change = stamp(state);
            reason.ifPresent(known -> change.append("error", known.name()));
            Document update = new Document("$set", change);
            if (state != DeliveryState.SENT) {
                update.append("$unset", new Document("report", ""));
            }
            Document unchanged = new Document("_id", row.getString("_id")).append("state", before.name());
            if (rows.updateOne(unchanged, update).getMatchedCount() == 1) {
                DeliveryStatus status = new DeliveryStatus(row.getString("_id"), state, reason, clock.instant());
                return Optional.of(new Reported(status, DeliveryDocuments.address(row)));
            }
            row = rows.find(new Document("_id", row.getString("_id"))).first();
        }
        return Optional.empty();
    }

    /** Messages whose end was last asked for before then, the longest waiting first. */
    List<Awaited> overdue(Instant before, int limit) {
        List<Awaited> overdue = new ArrayList<>();
        Document due = new Document("report", AWAITED).append("asked", new Document("$lt", Date.from(before)));
        for (Document row : rows.find(due).sort(new Document("asked", 1)).limit(limit)) {
            Instant sent = Instant.ofEpochSecond(0, row.getLong("order"));
            overdue.add(new Awaited(row.getString("_id"), row.getString("provider"), sent));
        }
        return overdue;
    }

    void awaitReportFrom(String id, Instant asked) {
        rows.updateOne(
                new Document("_id", id).append("report", AWAITED),
                new Document("$set", new Document("asked", Date.from(asked))));
    }

    void awaitNoReport(String id) {
        rows.updateOne(new Document("_id", id), new Document("$unset", new Document("report", "")));
    }

    @Override
    public Map<String, DeliveryStatus> statuses(Collection<String> ids) {
        Map<String, DeliveryStatus> found = new HashMap<>();
        List<String> parts = new ArrayList<>();
        for (Document row : rows.find(idIn(ids))) {
            String id = row.getString("_id");
            found.put(id, DeliveryDocuments.status(row));
            IntStream.rangeClosed(2, row.getInteger("parts", 1))
                    .mapToObj(part -> id + "#" + part)
                    .forEach(parts::add);
        }
        if (!parts.isEmpty()) {
            for (Document row : rows.find(idIn(parts))) {
                String id =
                        row.getString("_id").substring(0, row.getString("_id").lastIndexOf('#'));
                found.merge(id, DeliveryDocuments.status(row).as(id), DeliveryStatus::worse);
            }
        }
        return found;
    }

    private Document stamp(DeliveryState state) {
        return new Document("state", state.name()).append("at", Date.from(clock.instant()));
    }

    private Document set(DeliveryState state) {
        return new Document("$set", stamp(state));
    }

    private static Document mine(String id, String owner) {
        return new Document("_id", id).append("owner", owner);
    }

    private static Bson idIn(Collection<String> ids) {
        return new Document("_id", new Document("$in", List.copyOf(ids)));
    }
}
