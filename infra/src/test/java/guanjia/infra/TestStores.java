package guanjia.infra;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The stores that tests of all modules run on: one embedded pair a JVM, or external ones named by {@code -Dstores.mongodb} and
 * {@code -Dstores.redis}. Each call of {@link #freshDatabase()} gives a database of its own.
 */
public final class TestStores {
    private static final EmbeddedStores EMBEDDED = external("stores.mongodb").isEmpty() ? startEmbedded() : null;
    private static final MongoClient MONGO = MongoClients.create(mongoUri());

    private TestStores() {}

    /** An empty MongoDB database that no other test uses. */
    public static MongoDatabase freshDatabase() {
        return MONGO.getDatabase("test-" + UUID.randomUUID());
    }

    /** The shared Redis; tests use key prefixes of their own. */
    public static RedisClient newRedisClient() {
        return RedisClient.create(redisUri());
    }

    /** The address of the MongoDB. */
    public static String mongoUri() {
        return EMBEDDED == null ? external("stores.mongodb") : EMBEDDED.mongoUri();
    }

    /** The address of an empty database on it that no other test uses, for processes that connect by themselves. */
    public static String freshMongoUri() {
        return mongoUri().replaceAll("/[^/]*$", "/test-" + UUID.randomUUID());
    }

    /** The address of the Redis. */
    public static String redisUri() {
        return EMBEDDED == null ? external("stores.redis") : EMBEDDED.redisUri();
    }

    private static String external(String property) {
        return System.getProperty(property, "");
    }

    private static EmbeddedStores startEmbedded() {
        try {
            Path directory = Files.createTempDirectory("guanjia-test-stores");
            EmbeddedStores stores = EmbeddedStores.start(directory);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stores.close();
                delete(directory);
            }));
            return stores;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
