package guanjia.delivery;

import guanjia.delivery.Attempts.Next;
import guanjia.delivery.Lines.Backlog;
import guanjia.stores.TroubleLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores messages, lets them out through the pumps, and goes on with those of processes that died. A reply by Telegram costs two writes:
 * the insert, already claimed by this process, and the record of its end.
 */
final class Outbox implements Notifications, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final TroubleLog TROUBLE = TroubleLog.of(Outbox.class);
    /** Sends in flight of one process; so many may be in doubt after a kill. */
    static final int WORKERS = 32;

    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(12);
    /** A row of ours that isn't in memory this long after it was stored: its handing over broke off. */
    private static final Duration STRAY_AFTER = Duration.ofSeconds(10);

    private final MongoDeliveries rows;
    private final Owners owners;
    private final Limits limits;
    private final Attempts attempts;
    private final Map<ChannelKind, Channel> channels;
    private final Map<ChannelKind, Rate> rates;
    private final String owner;
    private final Clock clock;
    private final Semaphore workers = new Semaphore(WORKERS);
    private final Map<String, Pump> pumps = new ConcurrentHashMap<>();
    private final Map<String, Outgoing> inMemory = new ConcurrentHashMap<>();
    private final Parts parts;
    private final AtomicLong handedOver = new AtomicLong();
    private volatile boolean running = true;
    private final Thread keeper;

    /** @param clock real time */
    Outbox(
            MongoDeliveries rows,
            Owners owners,
            Limits limits,
            Attempts attempts,
            Map<ChannelKind, Channel> channels,
            Map<ChannelKind, Rate> rates,
            String owner,
            Clock clock) {
        this.rows = rows;
        this.owners = owners;
        this.limits = limits;
        this.attempts = attempts;
        this.channels = channels;
        this.rates = rates;
        this.owner = owner;
        this.clock = clock;
        this.parts = new Parts(channels, clock);
        this.keeper = Thread.ofVirtual().name("delivery-keeper").unstarted(this::keep);
    }

    /** Begins to show that this process lives and to look for what dead ones left. */
    Outbox start() {
        keeper.start();
        return this;
    }

    @Override
    public void dispatch(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        if (!running) {
            throw new IllegalStateException("Delivery stops; hand the messages over again after the start.");
        }
        owners.register();
        String claim = owner + "/" + handedOver.incrementAndGet();
        List<Document> documents = new ArrayList<>();
        List<Outgoing> mine = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            List<Outgoing> all = parts.of(delivery);
            for (Outgoing part : all) {
                documents.add(document(part, claim, all.size()));
            }
            mine.addAll(all);
        }
        Set<String> before = new HashSet<>(rows.insert(documents));
        for (Outgoing message : mine) {
            if (!before.contains(message.id())) {
                queueOrNudge(message);
            }
        }
        if (!before.isEmpty()) {
            adoptStrays(rows.ownedBy(owner, before));
        }
    }

    /** What waits in this process. */
    Map<Lane, Backlog> backlog() {
        EnumMap<Lane, Backlog> all = new EnumMap<>(Lane.class);
        for (Pump pump : pumps.values()) {
            pump.lines().backlog().forEach((lane, some) -> all.merge(lane, some, Backlog::plus));
        }
        return all;
    }

    /** Lets nothing new out, waits for what is out, and leaves the rest to others. */
    @Override
    public void close() {
        running = false;
        keeper.interrupt();
        pumps.values().forEach(Pump::stop);
        try {
            if (!workers.tryAcquire(WORKERS, LONGEST_DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Some messages are still on their way at the stop; another process looks after them.");
            }
            if (keeper.getState() != Thread.State.NEW) {
                keeper.join(Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        owners.leave(inMemory.isEmpty());
        owners.close();
        limits.close();
    }

    /** Ends without a word, as a killed process does; for tests. */
    void drop() {
        running = false;
        keeper.interrupt();
        pumps.values().forEach(Pump::stop);
    }

    private Document document(Outgoing message, String claim, int parts) {
        Document row = DeliveryDocuments.write(message, firstState(message), claim, parts);
        if (isOff(message)) {
            row.append("error", FailureReason.NOT_PERMITTED.name());
        } else if (message.address().channel() != ChannelKind.WEB) {
            row.append("owner", owner);
        }
        return row;
    }

    private DeliveryState firstState(Outgoing message) {
        if (isOff(message)) {
            return DeliveryState.FAILED;
        }
        if (message.address().channel() == ChannelKind.WEB) {
            return DeliveryState.SENT; // the page reads the transcript itself
        }
        return message.doubt() == Doubt.SEND_AGAIN ? DeliveryState.SENDING : DeliveryState.QUEUED;
    }

    private boolean isOff(Outgoing message) {
        return !channels.containsKey(message.address().channel());
    }

    private void queueOrNudge(Outgoing message) {
        if (isOff(message)) {
            return;
        }
        if (message.address().channel() == ChannelKind.WEB) {
            java.util.Objects.requireNonNull(channels.get(ChannelKind.WEB))
                    .send(message.id(), message.address(), message.delivery().content());
            return;
        }
        queue(message, Instant.EPOCH);
    }

    private void queue(Outgoing message, Instant notBefore) {
        if (inMemory.putIfAbsent(message.id(), message) == null) {
            pump(message.address()).lines().add(message, notBefore);
        }
    }

    private Pump pump(Address address) {
        return pumps.computeIfAbsent(address.channel() + "|" + address.sender(), sender -> {
            Lines lines = new Lines(clock);
            Rate rate = java.util.Objects.requireNonNull(rates.get(address.channel()));
            return new Pump(lines, limits, rate, workers, message -> attempt(lines, message), clock);
        });
    }

    private void attempt(Lines lines, Outgoing message) {
        switch (attempts.make(message)) {
            case Next.Later later -> lines.park(later.message(), later.notBefore());
            case Next.Done done -> {
                inMemory.remove(message.id());
                if (lines.done(message)) {
                    limits.freeLine(message.address());
                }
            }
        }
    }

    private void keep() {
        while (running) {
            try {
                if (owners.beat()) {
                    owners.dead().forEach(this::adopt);
                    adoptStrays(rows.ownedBy(owner));
                }
            } catch (RuntimeException e) {
                TROUBLE.tell("Left messages can't be looked for now; tried again", e);
            }
            try {
                Thread.sleep(owners.pace().beat());
            } catch (InterruptedException e) {
                return; // close() was called
            }
        }
    }

    private void adopt(String dead) {
        int taken = takeOver(dead);
        owners.forget(dead);
        LOG.info("A process ended and left {} messages; this one goes on with them.", taken);
    }

    /** Goes on with the messages of an owner that doesn't send them. @return how many */
    int takeOver(String from) {
        int taken = 0;
        for (List<Document> some = rows.ownedBy(from); !some.isEmpty(); some = rows.ownedBy(from)) {
            owners.register();
            for (Document row : some) {
                if (rows.move(row.getString("_id"), from, owner)) {
                    goOn(row);
                    taken++;
                }
            }
        }
        return taken;
    }

    private void goOn(Document row) {
        Outgoing message = DeliveryDocuments.read(row, Instant.EPOCH);
        if (isOff(message)) {
            rows.settle(message, owner, DeliveryState.FAILED, "", FailureReason.NOT_PERMITTED.name());
        } else {
            queue(message, DeliveryDocuments.next(row));
        }
    }

    /** Rows of ours that nobody works on: the store answered a handing over with an error and has them nevertheless. */
    private void adoptStrays(List<Document> ours) {
        Instant before = clock.instant().minus(STRAY_AFTER);
        for (Document row : ours) {
            if (!inMemory.containsKey(row.getString("_id"))
                    && row.getDate("at").toInstant().isBefore(before)) {
                goOn(row);
            }
        }
    }
}
