package guanjia.knowledge;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current snapshot of each estate, built when first asked for, swapped whole by one reference. Looks for changes by other processes
 * every {@link #LOOK_EVERY}. A rebuild that fails keeps the old one in place and is tried again at the next look.
 */
final class Shelf implements Snapshots, AutoCloseable {
    /** Five seconds is promised; leaves time for building 2,000 sections from stored vectors. */
    static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    private final Library library;
    private final Changes changes;
    private final Outage outage = new Outage();
    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("knowledge-watch").factory());

    Shelf(Library library, Changes changes) {
        this.library = library;
        this.changes = changes;
    }

    /** Begins to look for changes of other processes. */
    void watch() {
        long every = LOOK_EVERY.toMillis();
        watch.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public Snapshot of(String estate) {
        Place place = places.computeIfAbsent(estate, Place::new);
        Snapshot current = place.current;
        return current != null ? current : place.build(0);
    }

    /** After a change: stores that it happened and puts the new snapshot in place before returning. */
    void changed(String estate) {
        changes.happened(estate);
        places.computeIfAbsent(estate, Place::new).build(changes.version(estate));
    }

    /** Builds every estate that has something to read, so that no resident waits for it. */
    void fill() {
        changes.all().keySet().forEach(this::of);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    void look() {
        try {
            changes.all().forEach((estate, version) -> {
                Place place = places.get(estate);
                if (place != null && place.isBehind(version)) {
                    place.build(version);
                }
            });
            outage.over();
        } catch (RuntimeException e) {
            outage.goesOn(e);
        }
    }

    /** One line when looks begin to fail, or fail for another reason, and one when they work again, however long that takes. */
    private static final class Outage {
        private String reason = "";

        synchronized void goesOn(RuntimeException cause) {
            String kind = cause.getClass().getSimpleName();
            if (kind.equals(reason)) {
                LOG.debug("Handbook changes still can't be read", cause);
                return;
            }
            reason = kind;
            String line = "Handbook changes of other processes can't be read; the present handbooks stay ({})";
            if (cause instanceof MongoException) {
                LOG.warn(line, kind);
            } else {
                LOG.warn(line, kind, cause);
            }
        }

        synchronized void over() {
            if (!reason.isEmpty()) {
                reason = "";
                LOG.info("Handbook changes of other processes can be read again");
            }
        }
    }

    private final class Place {
        private final String estate;
        private volatile @org.jspecify.annotations.Nullable Snapshot current;

        Place(String estate) {
            this.estate = estate;
        }

        boolean isBehind(long version) {
            Snapshot now = current;
            return now != null && now.version() < version;
        }

        /** @param atLeast the version wanted: who waited for another's build takes that one */
        synchronized Snapshot build(long atLeast) {
            Snapshot now = current;
            if (now != null && now.version() >= atLeast) {
                return now;
            }
            Snapshot built = library.snapshot(estate);
            current = built;
            return built;
        }
    }
}
