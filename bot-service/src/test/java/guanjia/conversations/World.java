package guanjia.conversations;

import com.mongodb.client.MongoDatabase;
import guanjia.delivery.Address;
import guanjia.delivery.Delivery;
import guanjia.delivery.DeliveryGate;
import guanjia.delivery.Notifications;
import guanjia.infra.TestStores;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What outlives a process of the bot: the stores, the time, what lies at the provider. */
final class World {
    static final StatefulRedisConnection<String, String> REDIS =
            TestStores.newRedisClient().connect();

    final MongoDatabase database = TestStores.freshDatabase();
    final SettableClock clock;
    private final byte[] key = UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private final Map<String, Delivery> pending = new LinkedHashMap<>();
    private final Map<String, Delivery> sent = new LinkedHashMap<>();
    private final List<Delivery> dropped = new ArrayList<>();
    private boolean held;

    World(Instant now) {
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
        return sent.values().stream()
                .filter(delivery -> delivery.address().equals(address))
                .toList();
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

    private void send(DeliveryGate gate) {
        for (Delivery delivery : held ? List.<Delivery>of() : List.copyOf(pending.values())) {
            switch (gate.check(delivery)) {
                case DeliveryGate.Verdict.Go go -> sent.put(delivery.id(), delivery);
                case DeliveryGate.Verdict.Drop drop -> dropped.add(delivery);
                case DeliveryGate.Verdict.Hold hold -> throw new IllegalStateException("Nothing is held here");
            }
            pending.remove(delivery.id());
        }
    }
}
