package guanjia.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of the embedded MongoDB with its {@link Journal}, or memory in their place. Nothing is written by itself: {@link CommitGroup} writes
 * the journal before each answer, and {@link Housekeeper} the file from time to time.
 */
final class StoreFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);

    /** What isn't here is in the system's cache of the file; a large one of ours would be work for the collector. */
    private static final int CACHE_MEGABYTES = 4;

    /** Of 2, 4 and 8 kB the smallest had the smallest file and the shortest waits: who changes one document writes its page. */
    private static final int PAGE_BYTES = 2 << 10;

    /** Milliseconds. A delay is what makes the library keep threads that write a commit beside running operations; we say when. */
    private static final int NEVER = Integer.MAX_VALUE;

    private final @Nullable Path path;
    private final FreeSpace space;
    private volatile Opened opened;
    private boolean closed;

    /** One opening of the file. */
    private record Opened(
            MVStore store,
            StoredMaps maps,
            Commits commits,
            @Nullable Journal journal) {}

    /** @param path the file, created if absent; without one everything is in memory and ends with the process */
    StoreFile(@Nullable Path path) {
        this.path = path;
        this.space = new FreeSpace(path);
        this.opened = open();
    }

    MVStore store() {
        return opened.store;
    }

    StoredMaps maps() {
        return opened.maps;
    }

    Commits commits() {
        return opened.commits;
    }

    /** What is read while a command runs stays in the file until it ends, however many commits come meanwhile. */
    <T> T reading(Supplier<T> command) {
        MVStore used = store();
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

    /** Whether the file was opened anew, at what was acknowledged, because a write to it had failed; who holds maps of the old one drops them. */
    synchronized boolean reopenIfBroken() {
        Opened broken = opened;
        if (closed || !broken.store.isClosed()) {
            return false;
        }
        try {
            String reason = reason(broken.store.getPanicException());
            end(broken);
            opened = open();
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
        return cause == null ? "its journal" : String.valueOf(cause.getMessage());
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (!opened.store.isClosed()) {
            try {
                if (opened.commits instanceof CommitGroup group) {
                    group.checkpoint();
                }
                opened.store.close();
            } catch (MVStoreException | UncheckedIOException e) {
                LOG.warn(
                        "The MongoDB file can't be brought up to date at the end; the journal beside it holds the rest");
                opened.store.closeImmediately();
            }
        }
        end(opened);
    }

    private static void end(Opened opening) {
        try {
            if (opening.journal != null) {
                opening.journal.close();
            }
        } catch (IOException e) {
            LOG.debug("The journal of the MongoDB file can't be closed", e); // what was acknowledged was written before
        }
    }

    private Opened open() {
        MVStore.Builder builder = new MVStore.Builder()
                .pageSplitSize(PAGE_BYTES)
                .cacheSize(CACHE_MEGABYTES)
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .autoCompactFillRate(0);
        if (path == null) {
            MVStore memory = builder.open();
            return new Opened(memory, new StoredMaps(memory, null), Commits.NONE, null);
        }
        MVStore store = builder.fileName(path.toString()).open();
        try {
            store.setRetentionTime(0);
            Checkpoint checkpoint = new Checkpoint(store);
            Journal journal = Journal.open(
                    FilePath.get(path.toString()), checkpoint.frame(), change -> StoredMaps.repeat(store, change));
            store.setAutoCommitDelay(NEVER);
            return new Opened(
                    store, new StoredMaps(store, journal), new CommitGroup(store, checkpoint, journal), journal);
        } catch (IOException | RuntimeException e) {
            store.closeImmediately();
            throw DataUtils.newMVStoreException(DataUtils.ERROR_READING_FAILED, "The journal can't be read", e);
        }
    }
}
