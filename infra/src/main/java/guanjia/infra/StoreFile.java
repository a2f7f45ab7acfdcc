package guanjia.infra;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of the embedded MongoDB, or memory in its place. Nothing commits by itself: {@link CommitGroup} does before each answer and
 * {@link Housekeeper} when it is quiet.
 */
final class StoreFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);

    private static final int CACHE_MEGABYTES = 64;
    private static final int PAGE_BYTES = 8 << 10;

    private final @Nullable Path path;
    private final FreeSpace space;
    private volatile MVStore store;
    private volatile CommitGroup commits;
    private boolean closed;

    /** @param path the file, created if absent; without one everything is in memory and ends with the process */
    StoreFile(@Nullable Path path) {
        this.path = path;
        this.space = new FreeSpace(path);
        this.store = open();
        this.commits = new CommitGroup(store);
    }

    MVStore store() {
        return store;
    }

    CommitGroup commits() {
        return commits;
    }

    /** What is read while a command runs stays in the file until it ends, however many commits come meanwhile. */
    <T> T reading(Supplier<T> command) {
        MVStore used = store;
        MVStore.TxCounter version = used.registerVersionUsage();
        try {
            return command.get();
        } finally {
            used.deregisterVersionUsage(version);
        }
    }

    FreeSpace space() {
        return space;
    }

    /** Whether the file was opened anew, at its last commit, because a write to it had failed; who holds maps of the old one drops them. */
    synchronized boolean reopenIfBroken() {
        if (closed || !store.isClosed()) {
            return false;
        }
        try {
            String reason = reason(store.getPanicException());
            MVStore again = open();
            store = again;
            commits = new CommitGroup(again);
            LOG.warn(
                    "The MongoDB file could not be written ({}); it was opened again at what was acknowledged", reason);
            return true;
        } catch (MVStoreException e) {
            LOG.error("The MongoDB file can't be opened again yet (error {})", e.getErrorCode());
            return false;
        }
    }

    /** What the system said: the messages between quote no documents, but nothing that helps either. */
    private static String reason(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        return cause == null
                ? String.valueOf(failure == null ? null : failure.getClass())
                : String.valueOf(cause.getMessage());
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (!store.isClosed()) {
            commits.undisturbed(store::close);
        }
    }

    private MVStore open() {
        MVStore.Builder builder = new MVStore.Builder()
                .pageSplitSize(PAGE_BYTES)
                .cacheSize(CACHE_MEGABYTES)
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .autoCompactFillRate(0);
        MVStore opened = (path == null ? builder : builder.fileName(path.toString())).open();
        opened.setRetentionTime(0);
        return opened;
    }
}
