package guanjia.infra;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much can still be written beside a file, looked up a few times a second at most. Writes are refused while some space is left: a store that
 * can no longer write its own book-keeping would have to be opened again, and one that has acknowledged must be able to write what it has.
 * Safe for use by several threads.
 */
final class FreeSpace {
    private static final Logger LOG = LoggerFactory.getLogger(FreeSpace.class);
    private static final long KEPT_FREE_BYTES = 32L << 20;
    static final long LOOK_AGAIN_MILLIS = 200;
    private static final long LOOK_AGAIN_NANOS = LOOK_AGAIN_MILLIS * 1_000_000;

    private final @Nullable Path file;
    private volatile @Nullable FileStore disk;
    private volatile long looked = System.nanoTime() - LOOK_AGAIN_NANOS;
    private volatile long bytes = Long.MAX_VALUE;
    private volatile boolean unreadable;

    /** @param file an existing file or folder on the disk in question; without one there is always space */
    FreeSpace(@Nullable Path file) {
        this.file = file;
    }

    /** Whether writes can be taken. */
    boolean forWrites() {
        return bytes() > KEPT_FREE_BYTES;
    }

    /** Whether what is alive can be written again so that the rest becomes free: the space kept is there for that too. */
    boolean forTidyingUp() {
        return bytes() > KEPT_FREE_BYTES / 2;
    }

    private long bytes() {
        long now = System.nanoTime();
        if (file != null && now - looked > LOOK_AGAIN_NANOS) {
            looked = now;
            bytes = usable(file);
        }
        return bytes;
    }

    private long usable(Path existing) {
        try {
            FileStore found = disk;
            if (found == null) {
                found = Files.getFileStore(existing); // reads the list of all disks
                disk = found;
            }
            return found.getUsableSpace();
        } catch (IOException e) {
            if (!unreadable) {
                unreadable = true;
                LOG.warn("The free space of the data directory can't be read: {}", e.getMessage());
            }
            return Long.MAX_VALUE;
        }
    }
}
