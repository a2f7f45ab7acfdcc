package guanjia.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

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
    private volatile long inFile;
    private volatile boolean broken;

    CommitGroup(MVStore store, Checkpoint checkpoint, Journal journal) {
        this.store = store;
        this.checkpoint = checkpoint;
        this.journal = journal;
        this.onDisk = store.getCurrentVersion();
        this.inFile = checkpoint.frame();
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
        T result = alone(operation);
        toDisk();
        return result;
    }

    /** Writes what was changed since the last time to the file, while others wait, so that the journal begins anew. */
    void checkpoint() {
        wholly(() -> true);
    }

    private <T> T alone(Supplier<T> operation) {
        turn.lock();
        operations.writeLock().lock();
        try {
            refuseIfBroken();
            try {
                return operation.get();
            } finally {
                writeFile();
            }
        } finally {
            operations.writeLock().unlock();
            turn.unlock();
        }
    }

    private void writeFile() {
        long through = finished.get();
        long frame = journal.checkpoint();
        orBreak(() -> {
            keepWhatIsOnDisk();
            checkpoint.note(frame);
            store.commit();
            journal.turnOver();
        });
        committed = through;
        inFile = frame;
    }

    /** How many operations have been finished so far. */
    long finished() {
        return finished.get();
    }

    /** Asks the system to write what was handed over to the disk; journals whose changes are in the file by then go. */
    private void toDisk() {
        long frame = inFile;
        long version = store.getCurrentVersion();
        store.sync();
        onDisk = version;
        attempt(() -> journal.forget(frame));
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
        if (broken) {
            throw new IllegalStateException("an earlier write could not be stored");
        }
    }
}
