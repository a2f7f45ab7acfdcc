package guanjia.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A Redis and a MongoDB on disk, on loopback, for one process and those it tells the addresses. What was acknowledged is there again after the
 * process was killed at any moment. Safe for use by several threads.
 */
public final class EmbeddedStores implements AutoCloseable {
    private final DirectoryLock lock;
    private final EmbeddedMongo mongo;
    private final EmbeddedRedis redis;

    private EmbeddedStores(DirectoryLock lock, EmbeddedMongo mongo, EmbeddedRedis redis) {
        this.lock = lock;
        this.mongo = mongo;
        this.redis = redis;
    }

    /** Starts both on free ports; see {@link #start(StoresSettings)}. */
    public static EmbeddedStores start(Path dataDir) {
        return start(StoresSettings.in(dataDir));
    }

    /**
     * Starts both. A redis-server that a killed process left behind on this directory is ended first.
     *
     * @throws DataDirectoryInUse if another process has the directory
     * @throws StoresNotStarted if one of them can't run here
     */
    public static EmbeddedStores start(StoresSettings settings) {
        try {
            Files.createDirectories(settings.directory());
            DirectoryLock lock = DirectoryLock.take(settings.directory());
            try {
                EmbeddedRedis redis = EmbeddedRedis.start(settings.directory().resolve("redis"), settings.redisPort());
                return new EmbeddedStores(lock, mongo(settings, redis), redis);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The MongoDB's address, as {@code SPRING_MONGODB_URI} takes it. */
    public String mongoUri() {
        return "mongodb://127.0.0.1:" + mongo.port() + "/guanjia";
    }

    /** The Redis's address, as {@code SPRING_DATA_REDIS_URL} takes it. */
    public String redisUri() {
        return "redis://127.0.0.1:" + redis.port();
    }

    /** The process id of the redis-server that a killed process had left on this directory, and that was ended at the start. */
    public OptionalLong endedOrphan() {
        return redis.endedOrphan();
    }

    /** Ends both after everything is written, and lets go of the directory. */
    @Override
    public void close() {
        try {
            mongo.close();
        } finally {
            try {
                redis.close();
            } finally {
                lock.close();
            }
        }
    }

    private static EmbeddedMongo mongo(StoresSettings settings, EmbeddedRedis redis) {
        try {
            return EmbeddedMongo.start(
                    settings.mongoInMemory() ? null : settings.directory().resolve("mongodb.mv"), settings.mongoPort());
        } catch (RuntimeException e) {
            redis.close();
            throw e;
        }
    }
}
