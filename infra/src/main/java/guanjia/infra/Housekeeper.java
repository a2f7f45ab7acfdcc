package guanjia.infra;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.FileStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the MongoDB file small and the disk up to date. Each commit leaves blocks behind of which ever less is alive; what is still alive in
 * the emptiest ones is written again with a later commit, in steps that hold a write up for some milliseconds at most, so that the file stays
 * below three times what it holds. Also asks the system to write to the disk, so that a power cut costs the last moments and not the file.
 */
final class Housekeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
    private static final int STEP_MILLIS = 50;
    private static final int STEPS_BETWEEN_SYNCS = 5;
    private static final int STEP_BYTES = 256 << 10;

    /** Under load, and when nobody has written since the last step: percent of the file's blocks that should be alive. */
    private static final int ALIVE_UNDER_LOAD = 40;

    private static final int ALIVE_WHEN_QUIET = 75;
    private static final int FAR_BEHIND = 25;

    /** Not worth any work below this. */
    private static final long SMALL_FILE_BYTES = 16 << 20;

    private final StoreFile file;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("mongo-housekeeping").daemon().factory());
    private long finished;
    private long steps;
    private boolean unsynced;

    private Housekeeper(StoreFile file) {
        this.file = file;
    }

    static Housekeeper start(StoreFile file) {
        Housekeeper housekeeper = new Housekeeper(file);
        housekeeper.clock.scheduleWithFixedDelay(housekeeper::step, STEP_MILLIS, STEP_MILLIS, TimeUnit.MILLISECONDS);
        return housekeeper;
    }

    @Override
    public void close() {
        clock.close();
    }

    private void step() {
        FileStore<?> blocks = file.store().getFileStore();
        if (blocks == null || file.store().isClosed()) {
            return;
        }
        try {
            long now = file.commits().finished();
            boolean quiet = now == finished;
            finished = now;
            compact(blocks, quiet);
            sync(quiet);
        } catch (RuntimeException e) {
            // Anything thrown from here would end the housekeeping for good. The next command opens a broken file
            // again.
            LOG.warn("Housekeeping of the MongoDB file failed: {}", e.getClass().getName());
        }
    }

    private void compact(FileStore<?> blocks, boolean quiet) {
        int alive = blocks.getChunksFillRate();
        if (blocks.size() > SMALL_FILE_BYTES
                && file.space().forTidyingUp()
                && alive < (quiet ? ALIVE_WHEN_QUIET : ALIVE_UNDER_LOAD)) {
            boolean moved = file.store().compact(100, alive < FAR_BEHIND ? 4 * STEP_BYTES : STEP_BYTES);
            if (moved) {
                file.commits().durably(() -> moved);
                finished++;
            }
        }
    }

    private void sync(boolean quiet) {
        unsynced |= !quiet;
        if (++steps % STEPS_BETWEEN_SYNCS == 0 && unsynced) {
            file.commits().toDisk();
            unsynced = false;
        }
    }
}
