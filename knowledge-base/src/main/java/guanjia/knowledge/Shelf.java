package guanjia.knowledge;

import guanjia.stores.TroubleLog;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The current snapshot of each estate, built when first asked for, swapped whole by one reference. Looks for changes by other processes
 * every {@link #LOOK_EVERY}. A rebuild that fails keeps the old one in place and is tried again at the next look.
 */
final class Shelf implements Snapshots, AutoCloseable {
    /** Five seconds is promised; leaves time for building 2,000 sections from stored vectors. */
    static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private static final String UNREAD =
            "Handbook changes of other processes can't be read; the present handbooks stay";

    private final Library library;
    private final Changes changes;
    private final TroubleLog trouble = TroubleLog.of(Shelf.class);
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
            trouble.over(UNREAD);
        } catch (RuntimeException e) {
            trouble.tell(UNREAD, e);
        }
    }

    private final class Place {
        private final String estate;
        private volatile @Nullable Snapshot current;

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
