package guanjia.infra;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Makes operations durable before they are answered: whoever finishes one waits until a commit that began afterwards is written, and one commit
 * serves all who wait. No commit begins while an operation is half done, so the file never holds a document without its index entries.
 * Written means handed to the operating system: it outlives the process, however that ends.
 */
final class CommitGroup {
    /** Versions that are kept beside those that aren't on the disk yet, for reads that have just begun. */
    private static final int SPARE_VERSIONS = 8;

    private final MVStore store;
    private final ReentrantReadWriteLock operations = new ReentrantReadWriteLock();
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLong finished = new AtomicLong();
    private volatile long committed;
    private volatile long onDisk;
    private volatile boolean broken;

    CommitGroup(MVStore store) {
        this.store = store;
        this.onDisk = store.getCurrentVersion();
    }

    /** The operation's result, once it is durable; whatever the operation did before it failed is durable too. */
    <T> T durably(Supplier<T> operation) {
        try {
            operations.readLock().lock();
            try {
                refuseIfBroken();
                return operation.get();
            } finally {
                operations.readLock().unlock();
            }
        } finally {
            commitThrough(finished.incrementAndGet());
        }
    }

    /** Runs something that commits by itself, with no operation half done. */
    void undisturbed(Runnable housekeeping) {
        operations.writeLock().lock();
        try {
            refuseIfBroken();
            housekeeping.run();
        } finally {
            operations.writeLock().unlock();
        }
    }

    /** How many operations have been finished so far. */
    long finished() {
        return finished.get();
    }

    /** Asks the system to write all that was committed to the disk. */
    void toDisk() {
        long version = store.getCurrentVersion();
        store.sync();
        onDisk = version;
    }

    private void commitThrough(long operation) {
        turn.lock();
        try {
            if (committed < operation) {
                undisturbed(this::commit);
            }
        } finally {
            turn.unlock();
        }
    }

    private void commit() {
        long through = finished.get();
        broken = true;
        keepWhatIsOnDisk();
        store.commit();
        broken = false;
        committed = through;
    }

    /** Blocks that the last state on the disk needs are not written over: after a power cut it is what the file holds. */
    private void keepWhatIsOnDisk() {
        store.setVersionsToKeep(Math.toIntExact(store.getCurrentVersion() - onDisk) + SPARE_VERSIONS);
    }

    /** After a commit failed nothing that was in it may be acknowledged by a later one. */
    private void refuseIfBroken() {
        if (broken) {
            throw new IllegalStateException("an earlier write could not be stored");
        }
    }
}
