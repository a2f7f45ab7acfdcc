package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files stay near the size of what is in them, however often it is written again. */
class FileGrowthTest {
    private static final long MEGABYTE = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Large ones, so that it takes few writes to fill a file. */
    private static final int DOCUMENTS = 1_000;

    private static final String TEXT = "业主来信".repeat(300);
    private static final long DOCUMENT_BYTES = 3_600;

    /** The file isn't tidied up below 16 MB, and each commit may leave some blocks. */
    private static final long MOST_MONGO = 40 * MEGABYTE;

    private static final int KEYS = 100;
    private static final int KEY_BYTES = 10_000;

    /** Redis writes its file anew at 16 MB. */
    private static final long MOST_REDIS = 20 * MEGABYTE;

    @TempDir
    private Path directory;

    @Test
    void theMongoFileStaysSmallUnderUpdatesOfTheSameDocuments() {
        Path file = directory.resolve("mongodb.mv");
        try (RunningStores stores = RunningStores.inThisProcess(directory)) {
            MongoCollection<Document> documents =
                    stores.mongo().getDatabase("growth").getCollection("documents");
            documents.createIndex(new Document("touched", 1));
            for (int i = 0; i < DOCUMENTS; i++) {
                documents.insertOne(new Document("_id", i).append("text", TEXT));
            }
            long written = 0;
            for (int round = 0; written < 2 * MOST_MONGO; round++) {
                written += updateAll(documents, round);
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(size(file)).isLessThan(MOST_MONGO));
            assertThat(documents.countDocuments()).isEqualTo(DOCUMENTS);
        }
    }

    /** In commits of some documents each, by several writers. @return about how many bytes that were */
    private static long updateAll(MongoCollection<Document> documents, int round) {
        int each = 20;
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            for (int first = 0; first < DOCUMENTS; first += each) {
                List<WriteModel<Document>> changes = new ArrayList<>();
                for (int i = first; i < first + each; i++) {
                    changes.add(new UpdateOneModel<>(
                            new Document("_id", i),
                            new Document("$set", new Document("touched", round * 7 % 1_000 + i))));
                }
                writers.submit(() -> documents.bulkWrite(changes));
            }
        }
        return DOCUMENTS * DOCUMENT_BYTES;
    }

    @Test
    void theRedisFileStaysSmallUnderWritesOfTheSameKeys() throws Exception {
        Path file = directory.resolve("redis").resolve("appendonly.aof");
        try (RunningStores stores = RunningStores.inThisProcess(directory)) {
            RedisAsyncCommands<String, String> redis = stores.redisAsync();
            String value = "x".repeat(KEY_BYTES);
            int rounds = (int) (2 * MOST_REDIS / KEYS / KEY_BYTES);
            for (int round = 1; round <= rounds; round++) {
                List<RedisFuture<String>> written = new ArrayList<>();
                for (int i = 0; i < KEYS; i++) {
                    written.add(redis.set("key" + i, value + round));
                }
                for (RedisFuture<String> each : written) {
                    each.get();
                }
                // What is written while the file is being made small is added to it: a burst would only show how fast
                // the machine is.
                await().atMost(PATIENCE)
                        .until(() -> !stores.redis().info("persistence").contains("aof_rewrite_in_progress:1"));
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(size(file)).isLessThan(MOST_REDIS));
            assertThat(stores.redis().get("key99")).endsWith("x" + rounds);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
