package guanjia.infra;

import guanjia.infra.StoresSettings.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A Redis and a MongoDB on disk, or one of them, on loopback, for one process and those it tells the addresses. What was acknowledged is there
 * again after the process was killed at any moment. Safe for use by several threads.
 */
public final class EmbeddedStores implements AutoCloseable {
    private final DirectoryLock lock;
    private final @Nullable EmbeddedMongo mongo;
    private final @Nullable EmbeddedRedis redis;
    private final OptionalLong endedOrphan;

    private EmbeddedStores(
            DirectoryLock lock,
            @Nullable EmbeddedMongo mongo,
            @Nullable EmbeddedRedis redis,
            OptionalLong endedOrphan) {
        this.lock = lock;
        this.mongo = mongo;
        this.redis = redis;
        this.endedOrphan = endedOrphan;
    }

    /** Starts both on free ports; see {@link #start(StoresSettings)}. */
    public static EmbeddedStores start(Path dataDir) {
        return start(StoresSettings.in(dataDir));
    }

    /**
     * Starts those that are wanted. A redis-server that a killed process left behind on this directory is ended first.
     *
     * @throws DataDirectoryInUse if another process has the directory
     * @throws StoresNotStarted if one of them can't run here
     */
    public static EmbeddedStores start(StoresSettings settings) {
        try {
            Files.createDirectories(settings.directory());
            DirectoryLock lock = DirectoryLock.take(settings.directory());
            try {
                return start(settings, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The MongoDB's address, as {@code SPRING_MONGODB_URI} takes it. @throws IllegalStateException if it isn't among those started */
    public String mongoUri() {
        return "mongodb://127.0.0.1:" + started(mongo, Store.MONGO).port() + "/guanjia";
    }

    /** The Redis's address, as {@code SPRING_DATA_REDIS_URL} takes it. @throws IllegalStateException if it isn't among those started */
    public String redisUri() {
        return "redis://127.0.0.1:" + started(redis, Store.REDIS).port();
    }

    /** The process id of the redis-server that a killed process had left on this directory, and that was ended at the start. */
    public OptionalLong endedOrphan() {
        return endedOrphan;
    }

    /** Ends them after everything is written, and lets go of the directory. */
    @Override
    public void close() {
        try {
            if (mongo != null) {
                mongo.close();
            }
        } finally {
            try {
                if (redis != null) {
                    redis.close();
                }
            } finally {
                lock.close();
            }
        }
    }

    private static EmbeddedStores start(StoresSettings settings, DirectoryLock lock) throws IOException {
        Path redisDirectory = settings.directory().resolve("redis");
        if (!settings.which().contains(Store.REDIS)) {
            OptionalLong orphan = EmbeddedRedis.endOrphan(redisDirectory);
            return new EmbeddedStores(lock, mongo(settings), null, orphan);
        }
        EmbeddedRedis redis = EmbeddedRedis.start(redisDirectory, settings.redisPort());
        try {
            return new EmbeddedStores(lock, mongo(settings), redis, redis.endedOrphan());
        } catch (RuntimeException e) {
            redis.close();
            throw e;
        }
    }

    private static @Nullable EmbeddedMongo mongo(StoresSettings settings) {
        if (!settings.which().contains(Store.MONGO)) {
            return null;
        }
        Path file = settings.mongoInMemory() ? null : settings.directory().resolve("mongodb.mv");
        return EmbeddedMongo.start(file, settings.mongoPort());
    }

    private static <T> T started(@Nullable T store, Store which) {
        if (store == null) {
            throw new IllegalStateException(which + " is not among the stores that were started");
        }
        return store;
    }
}
