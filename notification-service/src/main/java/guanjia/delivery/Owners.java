package guanjia.delivery;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Which processes have messages to send, and which of them live. MongoDB knows all that may own rows, a lease in Redis shows that one lives.
 * Who cannot ask Redis finds nobody dead. Used by one thread.
 */
final class Owners implements AutoCloseable {
    /**
     * How fast a death is noticed; in all well under the 30 s promised.
     *
     * @param lease of a killed process: when it ends
     * @param beat how often it is renewed
     * @param suspicion how long a process must seem dead: it renews twice in this time, also when Redis itself forgot it; zero where no
     *     other process can be on the stores: every other one is dead then, whatever its lease says
     */
    record Pace(Duration lease, Duration beat, Duration suspicion) {
        static final Pace USUAL = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(6));

        /** For the only process on its stores: after a crash the next start goes on at once. */
        static final Pace ALONE = new Pace(USUAL.lease, USUAL.beat, Duration.ZERO);

        boolean isAlone() {
            return suspicion.isZero();
        }
    }

    private final MongoCollection<Document> known;
    private final RedisClient client;
    private final Limits limits;
    private final String self;
    private final Pace pace;
    private final Clock clock;
    private final Map<String, Instant> suspects = new HashMap<>();
    private boolean registered;
    private @Nullable StatefulRedisConnection<String, String> connection;

    /** @param self this process, unlike any other @param clock real time */
    Owners(MongoDatabase database, RedisClient client, Limits limits, String self, Pace pace, Clock clock) {
        this.known = database.getCollection("deliveryOwners");
        this.client = client;
        this.limits = limits;
        this.self = self;
        this.pace = pace;
        this.clock = clock;
    }

    Pace pace() {
        return pace;
    }

    /** Makes this process known, before it stores its first row. */
    synchronized void register() {
        if (!registered) {
            known.updateOne(
                    new Document("_id", self),
                    new Document("$setOnInsert", new Document("at", Date.from(clock.instant()))),
                    new com.mongodb.client.model.UpdateOptions().upsert(true));
            registered = true;
        }
    }

    /** Shows that this process lives. @return whether Redis heard it */
    boolean beat() {
        try {
            redis().psetex(limits.leasePrefix() + self, pace.lease().toMillis(), "1");
            redis().sadd(limits.unadoptedKey(), self);
            return true;
        } catch (RedisException e) {
            suspects.clear();
            return false;
        }
    }

    /** Processes that surely are dead and may have left rows. */
    List<String> dead() {
        List<String> surely = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try {
            for (Document other : known.find()) {
                String owner = other.getString("_id");
                if (!owner.equals(self) && (pace.isAlone() || redis().exists(limits.leasePrefix() + owner) == 0)) {
                    seen.add(owner);
                    Instant since = suspects.computeIfAbsent(owner, name -> clock.instant());
                    boolean left = other.getBoolean("left", false);
                    if (left || Duration.between(since, clock.instant()).compareTo(pace.suspicion()) >= 0) {
                        surely.add(owner);
                    }
                }
            }
        } catch (RedisException e) {
            suspects.clear();
            return List.of();
        }
        suspects.keySet().retainAll(seen);
        return surely;
    }

    /** All rows of a dead process were taken over. */
    void forget(String owner) {
        known.deleteOne(new Document("_id", owner));
        suspects.remove(owner);
        try {
            redis().del(limits.leasePrefix() + owner);
            redis().srem(limits.unadoptedKey(), owner);
        } catch (RedisException e) {
            return; // the lines it held end by themselves
        }
    }

    /** This process stops. @param empty whether it leaves no rows */
    void leave(boolean empty) {
        if (empty) {
            known.deleteOne(new Document("_id", self));
        } else {
            known.updateOne(new Document("_id", self), new Document("$set", new Document("left", true)));
        }
        try {
            redis().del(limits.leasePrefix() + self);
            if (empty) {
                redis().srem(limits.unadoptedKey(), self);
            }
        } catch (RedisException e) {
            return; // the lease ends by itself
        }
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private synchronized RedisCommands<String, String> redis() {
        if (connection == null) {
            connection = client.connect();
        }
        return Objects.requireNonNull(connection).sync();
    }
}
