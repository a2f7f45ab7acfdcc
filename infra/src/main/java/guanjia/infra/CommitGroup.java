package guanjia.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Makes operations durable before they are answered: whoever finishes one waits until a frame of the {@link Journal} with it is written, and one
 * frame serves all who wait. No frame ends while an operation is half done, so neither the journal nor the file ever holds a document without
 * its index entries. Written means handed to the operating system: it outlives the process, however that ends.
 */
final class CommitGroup implements Commits {
    /** Versions that are kept beside those that aren't on the disk yet, for reads that have just begun. */
    private static final int SPARE_VERSIONS = 8;

    private final MVStore store;
    private final Checkpoint checkpoint;
    private final Journal journal;
    private final ReentrantReadWriteLock operations = new ReentrantReadWriteLock();
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLong finished = new AtomicLong();
    private volatile long committed;
    private volatile long onDisk;
    private volatile Saved inFile;
    private volatile boolean broken;

    /** @param version of the file @param frame up to which it holds everything */
    private record Saved(long version, long frame) {}

    CommitGroup(MVStore store, Checkpoint checkpoint, Journal journal) {
        this.store = store;
        this.checkpoint = checkpoint;
        this.journal = journal;
        this.onDisk = store.getCurrentVersion();
        this.inFile = new Saved(onDisk, checkpoint.frame());
    }

    @Override
    public <T> T durably(Supplier<T> operation) {
        long ticket = 0;
        try {
            operations.readLock().lock();
            try {
                refuseIfBroken();
                return operation.get();
            } finally {
                ticket = finished.incrementAndGet();
                operations.readLock().unlock();
            }
        } finally {
            writeThrough(ticket);
        }
    }

    /** No journal repeats what such an operation does: the file itself is written, while others wait. */
    @Override
    public <T> T wholly(Supplier<T> operation) {
        T result = alone(() -> {
            try {
                return operation.get();
            } finally {
                journal.leaveOut();
                writeFile();
            }
        });
        toDisk();
        return result;
    }

    private void writeFile() {
        orBreak(() -> {
            long frame = nextCheckpoint();
            store.commit();
            journal.turnOver();
            inFile = new Saved(store.getCurrentVersion(), frame);
        });
    }

    /**
     * Writes what was changed since the last time to the file, so that the journal begins anew. Others wait only until it is settled what that is;
     * it is written beside them. Called by one thread.
     */
    void checkpoint() {
        Saved begun = alone(this::beginCheckpoint);
        if (begun != null) {
            orBreak(() -> store.executeFilestoreOperation(() -> {})); // waits for what is on its way
            inFile = begun;
            toDisk();
        }
    }

    /** @return none where another thread is opening a map just now: next time */
    private @Nullable Saved beginCheckpoint() {
        long frame = nextCheckpoint();
        long version = store.tryCommit();
        if (version < 0) {
            return null;
        }
        orBreak(journal::turnOver);
        return new Saved(version, frame);
    }

    private long nextCheckpoint() {
        long frame = journal.number();
        checkpoint.note(frame);
        keepWhatIsOnDisk();
        return frame;
    }

    /** With nothing half done, and everything that is done in the journal. */
    private <T extends @Nullable Object> T alone(Supplier<T> action) {
        turn.lock();
        operations.writeLock().lock();
        try {
            refuseIfBroken();
            journal.seal();
            orBreak(journal::write);
            committed = finished.get();
            return action.get();
        } finally {
            operations.writeLock().unlock();
            turn.unlock();
        }
    }

    /** How many operations have been finished so far. */
    long finished() {
        return finished.get();
    }

    /** Asks the system to write what was handed over to the disk; journals whose changes are in the file by then go. */
    private void toDisk() {
        Saved saved = inFile;
        store.sync();
        onDisk = saved.version;
        attempt(() -> journal.forget(saved.frame));
    }

    /** The same for the journal alone. */
    void journalToDisk() {
        attempt(journal::toDisk);
    }

    /** Bytes of the journal since the last checkpoint. */
    long journalBytes() {
        return journal.length();
    }

    private void writeThrough(long operation) {
        turn.lock();
        try {
            if (committed < operation) {
                long through = endFrame();
                orBreak(journal::write);
                committed = through;
            }
        } finally {
            turn.unlock();
        }
    }

    /** @return the number of operations that it holds, none of them half done */
    private long endFrame() {
        operations.writeLock().lock();
        try {
            refuseIfBroken();
            journal.seal();
            return finished.get();
        } finally {
            operations.writeLock().unlock();
        }
    }

    /** Where a change can't be written the maps hold what was never acknowledged: they are closed, and opened again without it. */
    private void orBreak(Writing writing) {
        boolean done = false;
        try {
            attempt(writing);
            done = true;
        } finally {
            if (!done) {
                broken = true;
                store.closeImmediately();
            }
        }
    }

    private static void attempt(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** Blocks that the last state on the disk needs are not written over: after a power cut it is what the file holds. */
    private void keepWhatIsOnDisk() {
        store.setVersionsToKeep(Math.toIntExact(store.getCurrentVersion() - onDisk) + SPARE_VERSIONS);
    }

    /** After a write failed nothing that was in it may be acknowledged by a later one. */
    private void refuseIfBroken() {
        if (broken || store.isClosed()) {
            throw new IllegalStateException("an earlier write could not be stored");
        }
    }
}
