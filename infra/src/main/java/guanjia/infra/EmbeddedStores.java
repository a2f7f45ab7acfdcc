package guanjia.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.embedded.RedisServer;

/** A Redis and a MongoDB on disk, on loopback, for one process and those it tells the addresses. */
public final class EmbeddedStores implements AutoCloseable {
    private final EmbeddedMongo mongo;
    private final RedisServer redis;
    private final int mongoPort;
    private final int redisPort;

    private EmbeddedStores(EmbeddedMongo mongo, RedisServer redis, int mongoPort, int redisPort) {
        this.mongo = mongo;
        this.redis = redis;
        this.mongoPort = mongoPort;
        this.redisPort = redisPort;
    }

    /** Starts both on free ports, with their files under the directory given. */
    public static EmbeddedStores start(Path dataDir) {
        try {
            Files.createDirectories(dataDir);
            EmbeddedMongo mongo = EmbeddedMongo.start(dataDir.resolve("mongodb.mv"), 0);
            int redisPort = freePort();
            RedisServer redis = RedisServer.newRedisServer()
                    .port(redisPort)
                    .bind("127.0.0.1")
                    .setting("appendonly yes")
                    .setting("dir " + dataDir.toAbsolutePath())
                    .build();
            redis.start();
            return new EmbeddedStores(mongo, redis, mongo.port(), redisPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The MongoDB's address, as {@code SPRING_MONGODB_URI} takes it. */
    public String mongoUri() {
        return "mongodb://127.0.0.1:" + mongoPort + "/guanjia";
    }

    /** The Redis's address, as {@code SPRING_DATA_REDIS_URL} takes it. */
    public String redisUri() {
        return "redis://127.0.0.1:" + redisPort;
    }

    @Override
    public void close() {
        mongo.close();
        try {
            redis.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
