package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stores on a disk that fills up, which is a small one in memory; skipped where none can be mounted. */
class FullDiskTest {
    private static final int DISK_MEGABYTES = 112;
    private static final int TAKEN_IN_RESERVE_MEGABYTES = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/mount")), "no mount here");
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MEGABYTES + "m", "tmpfs", disk.toString()) == 0,
                "a disk in memory can't be mounted here");
    }

    @AfterEach
    void unmount() throws Exception {
        if (Files.exists(disk)) {
            run("umount", disk.toString());
        }
    }

    @Test
    void refusesWritesBeforeTheDiskIsFullReadsOnAndTakesThemAgainWhenThereIsSpace() throws Exception {
        try (RunningStores stores = RunningStores.inThisProcess(stores())) {
            MongoCollection<Document> documents = documents(stores);
            documents.insertOne(new Document("_id", "before"));
            stores.redis().set("before", "1");
            Path ballast = fillUpTo(TAKEN_IN_RESERVE_MEGABYTES);
            await().atMost(PATIENCE).untilAsserted(() -> assertThatThrownBy(() -> documents.insertOne(new Document()))
                    .isInstanceOf(MongoException.class)
                    .hasMessageContaining("the disk of the data directory is full"));
            await().atMost(PATIENCE).untilAsserted(() -> requireRefusal(stores.redis()));
            assertThat(documents.find(new Document("_id", "before")).first()).isNotNull();
            assertThat(stores.redis().get("before")).isEqualTo("1");
            Files.delete(ballast);
            await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                documents.updateOne(new Document("_id", "before"), new Document("$set", new Document("after", true)));
                return stores.redis().set("after", "1").equals("OK");
            });
        }
        try (RunningStores stores = RunningStores.inThisProcess(stores())) {
            assertThat(documents(stores).countDocuments(new Document("after", true)))
                    .isEqualTo(1);
            assertThat(stores.redis().get("after")).isEqualTo("1");
        }
    }

    private static void requireRefusal(RedisCommands<String, String> redis) {
        assertThatThrownBy(() -> redis.set("refused", "1")).isInstanceOf(RedisException.class);
        assertThatThrownBy(() -> redis.del("before")).isInstanceOf(RedisException.class);
        assertThatThrownBy(() -> redis.eval("return redis.call('set', 'refused', '1')", ScriptOutputType.STATUS))
                .isInstanceOf(RedisException.class);
        assertThat(redis.get("refused")).isNull();
    }

    @Test
    void losesNothingAcknowledgedWhenTheDiskFillsAtOnceUnderLoadAndGoesOnWithoutARestart() throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        try (RunningStores stores = RunningStores.inThisProcess(stores())) {
            MongoCollection<Document> documents = documents(stores);
            AtomicBoolean done = new AtomicBoolean();
            AtomicLong refused = new AtomicLong();
            try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int writer = 0; writer < 4; writer++) {
                    String name = "w" + writer;
                    writers.submit(() -> write(name, documents, done, acknowledged, refused));
                }
                await().atMost(PATIENCE).until(() -> acknowledged.size() > 100);
                Path ballast = fillUpTo(0);
                await().atMost(PATIENCE).until(() -> refused.get() > 20);
                requireAll(acknowledged, documents);
                Files.delete(ballast);
                int before = acknowledged.size();
                await().atMost(PATIENCE).until(() -> acknowledged.size() > before + 100);
                done.set(true);
            }
            requireAll(acknowledged, documents);
        }
        try (RunningStores stores = RunningStores.inThisProcess(stores())) {
            requireAll(acknowledged, documents(stores));
        }
    }

    private static void write(
            String name,
            MongoCollection<Document> documents,
            AtomicBoolean done,
            Queue<String> acknowledged,
            AtomicLong refused) {
        for (int number = 0; !done.get(); number++) {
            String id = name + "-" + number;
            try {
                documents.insertOne(new Document("_id", id).append("text", "业主来信".repeat(500)));
                acknowledged.add(id);
            } catch (MongoException e) {
                refused.incrementAndGet();
            }
        }
    }

    /** Looked up one by one: on a full disk each read is answered. */
    private static void requireAll(Queue<String> acknowledged, MongoCollection<Document> documents) {
        assertThat(acknowledged).allSatisfy(id -> assertThat(
                        documents.find(new Document("_id", id)).first())
                .as(id)
                .isNotNull());
    }

    private static MongoCollection<Document> documents(RunningStores stores) {
        return stores.mongo().getDatabase("disk").getCollection("documents");
    }

    private Path stores() {
        return disk.resolve("stores");
    }

    private Path fillUpTo(int megabytesFree) throws Exception {
        Path ballast = disk.resolve("ballast");
        long bytes = Files.getFileStore(disk).getUsableSpace() - ((long) megabytesFree << 20);
        byte[] megabyte = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            for (long written = 0; written < bytes; written += megabyte.length) {
                out.write(megabyte, 0, (int) Math.min(megabyte.length, bytes - written));
            }
        } catch (java.io.IOException full) {
            assertThat(megabytesFree)
                    .as("only a full disk may refuse: %s", full.getMessage())
                    .isZero();
        }
        return ballast;
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
