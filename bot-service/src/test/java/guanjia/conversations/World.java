package guanjia.conversations;

import com.mongodb.client.MongoDatabase;
import guanjia.delivery.Address;
import guanjia.delivery.Delivery;
import guanjia.delivery.DeliveryGate;
import guanjia.delivery.Notifications;
import guanjia.infra.TestStores;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** What outlives a process of the bot: the stores, the time, what lies at the provider. */
final class World {
    static final StatefulRedisConnection<String, String> REDIS =
            TestStores.newRedisClient().connect();

    final MongoDatabase database;
    final SettableClock clock;
    private final byte[] key = UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private final Map<String, Delivery> pending = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, Delivery> sent = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<Delivery> dropped = new CopyOnWriteArrayList<>();
    private volatile boolean held;

    World(Instant now) {
        this(now, TestStores.freshDatabase());
    }

    World(Instant now, MongoDatabase database) {
        this.database = database;
        clock = new SettableClock(now);
        ConversationSchema.create(database);
    }

    ConversationId idOf(Address address) {
        return ConversationId.of(address, key);
    }

    /** From now on what is handed over waits, as under a provider's limit. */
    void hold() {
        held = true;
    }

    /** Sends what waits. */
    void letGo(DeliveryGate gate) {
        held = false;
        send(gate);
    }

    /** Everything sent to an address, in order. */
    List<Delivery> sentTo(Address address) {
        synchronized (sent) {
            return sent.values().stream()
                    .filter(delivery -> delivery.address().equals(address))
                    .toList();
        }
    }

    List<Delivery> dropped() {
        return List.copyOf(dropped);
    }

    /** The way out of one process; like the real one it knows every message by its id, asks the gate, and outlives the process with what it has. */
    Notifications way(KillSwitch life, DeliveryGate gate) {
        return deliveries -> {
            life.check();
            deliveries.forEach(this::store);
            life.wrote();
            send(gate);
        };
    }

    private void store(Delivery delivery) {
        boolean known = sent.containsKey(delivery.id()) || dropped.stream().anyMatch(d -> d.id().equals(delivery.id()));
        if (!known) {
            pending.putIfAbsent(delivery.id(), delivery);
        }
    }

    private List<Delivery> waiting() {
        synchronized (pending) {
            return held ? List.of() : List.copyOf(pending.values());
        }
    }

    private void send(DeliveryGate gate) {
        for (Delivery delivery : waiting()) {
            switch (gate.check(delivery)) {
                case DeliveryGate.Verdict.Go go -> sent.put(delivery.id(), delivery);
                case DeliveryGate.Verdict.Drop drop -> dropped.add(delivery);
                case DeliveryGate.Verdict.Hold hold -> throw new IllegalStateException("Nothing is held here");
            }
            pending.remove(delivery.id());
        }
    }
}
