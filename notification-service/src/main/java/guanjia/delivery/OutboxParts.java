package guanjia.delivery;

import com.mongodb.client.MongoDatabase;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What an outbox is put together from.
 *
 * @param keys prefix of all keys in Redis, the same in all processes
 * @param owner this process, unlike any other
 * @param pace how fast a death is noticed
 * @param closed the one of this process, so that what is opened anywhere is open here
 * @param business the product's clock, which may run at another time than the system's
 */
record OutboxParts(
        MongoDatabase database,
        RedisClient redis,
        String keys,
        String owner,
        Owners.Pace pace,
        Clock business,
        MeterRegistry registry,
        MongoClosedAddresses closed,
        List<DeliveryGate> gates,
        List<DeliveryListener> listeners) {
    static Outbox outbox(
            OutboxParts parts, MongoDeliveries rows, Map<ChannelKind, Channel> channels, Map<ChannelKind, Rate> rates) {
        Clock real = Clock.systemUTC();
        Limits limits = new Limits(parts.redis, parts.keys, parts.owner);
        Owners owners = new Owners(parts.database, parts.redis, limits, parts.owner, parts.pace, real);
        StoredReceipts receipts =
                new StoredReceipts(rows, new EarlyReports(parts.database, real), parts.closed, parts.listeners);
        DeliveryMeter meter = new DeliveryMeter(parts.registry);
        Attempts attempts = new Attempts(
                rows,
                channels,
                parts.gates,
                parts.listeners,
                parts.closed,
                receipts,
                limits,
                parts.owner,
                real,
                parts.business,
                RandomGenerator.getDefault(),
                meter);
        Outbox outbox = new Outbox(rows, owners, limits, attempts, channels, rates, parts.owner, real);
        meter.watch(outbox::backlog, real);
        return outbox;
    }
}
