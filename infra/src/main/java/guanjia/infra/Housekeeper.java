package guanjia.infra;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.FileStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the MongoDB's file up to date, so that its journal stays short, and keeps it small: each time it leaves blocks behind of which ever
 * less is alive; what is still alive in the emptiest ones is written again with the rest, in small steps,
 * so that the file stays below three times what it holds. Also asks the system to write to the disk, so that a power cut costs the last moments
 * and not the file.
 */
final class Housekeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
    private static final int STEP_MILLIS = 50;
    private static final int STEPS_BETWEEN_SYNCS = 20;
    private static final int STEPS_BETWEEN_CHECKPOINTS = 100;

    /** Read again after a kill in a fraction of a second. */
    private static final long JOURNAL_BYTES = 2 << 20;

    private static final int TIDIED_BYTES = 1 << 20;

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
    private long journalOnDisk;
    private long lastCheckpoint;

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
        if (blocks == null || file.store().isClosed() || !(file.commits() instanceof CommitGroup commits)) {
            return;
        }
        try {
            steps++;
            boolean quiet = commits.finished() == finished;
            finished = commits.finished();
            boolean due = isLong(commits.journalBytes());
            if (file.space().forTidyingUp() && (due || quiet) && (tidyUp(blocks, quiet) || due)) {
                commits.checkpoint();
                lastCheckpoint = steps;
            }
            sync(commits);
        } catch (RuntimeException e) {
            // Anything thrown from here would end the housekeeping for good. The next command opens a broken file
            // again.
            LOG.warn("Housekeeping of the MongoDB file failed: {}", e.getClass().getName());
        }
    }

    private boolean isLong(long journal) {
        return journal > JOURNAL_BYTES || journal > 0 && steps - lastCheckpoint > STEPS_BETWEEN_CHECKPOINTS;
    }

    /** @return whether anything is to be written again */
    private boolean tidyUp(FileStore<?> blocks, boolean quiet) {
        int alive = blocks.getChunksFillRate();
        return blocks.size() > SMALL_FILE_BYTES
                && alive < (quiet ? ALIVE_WHEN_QUIET : ALIVE_UNDER_LOAD)
                && file.store().compact(100, alive < FAR_BEHIND ? 4 * TIDIED_BYTES : TIDIED_BYTES);
    }

    private void sync(CommitGroup commits) {
        long written = commits.journalBytes();
        if (steps % STEPS_BETWEEN_SYNCS == 0 && written != journalOnDisk) {
            commits.journalToDisk();
            journalOnDisk = written;
        }
    }
}
