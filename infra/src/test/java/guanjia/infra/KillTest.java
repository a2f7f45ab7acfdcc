package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged is there after a kill at any moment, whole, and found by every index. Three kills in each form; {@code -Dkills=20} for
 * the full proof, which prints its numbers.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int FIRST_WRITES = 200;
    private static final int MORE_WRITES = 700;

    /** What one writer was told: versions of its documents (-1: deleted), keys and counter in Redis. */
    private static final class Acknowledged {
        private final Map<Integer, Integer> versions = new TreeMap<>();
        private final List<Integer> keys = new ArrayList<>();
        private int counter;
    }

    private final Random random = new Random(20);
    private final Map<String, Acknowledged> writers = new HashMap<>();
    private int writes;

    @TempDir
    private Path directory;

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessThatHoldsTheStoresIsKilled() throws Exception {
        for (int run = 0; run < KILLS; run++) {
            OtherJvm writer = OtherJvm.run(StoreWriter.class, "own", directory.toString(), "r" + run);
            long redis = redisOf(writer);
            listenForAWhile(writer);
            writer.kill();
            if (random.nextBoolean()) {
                kill(redis);
            }
            writer.rest().forEach(this::note);
            try (RunningStores stores = RunningStores.inThisProcess(directory)) {
                assertThat(RedisProcess.isRunning(redis))
                        .as("the killed process's redis-server")
                        .isFalse();
                compare(stores);
            }
        }
        report("in process");
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheStoresOwnProcessIsKilled() throws Exception {
        for (int run = 0; run < KILLS; run++) {
            OtherJvm holder = OtherJvm.run(StoresMain.class, "--dir", directory.toString());
            String[] ready = holder.readyLine().split(" ");
            OtherJvm writer = OtherJvm.run(StoreWriter.class, ready[1], ready[2], "r" + run);
            long redis = redisOf(writer);
            listenForAWhile(writer);
            kill(redis);
            holder.kill();
            writer.kill();
            writer.rest().forEach(this::note);
            try (RunningStores stores = RunningStores.inThisProcess(directory)) { // no third JVM to read the same files
                compare(stores);
            }
        }
        report("own process");
    }

    private static long redisOf(OtherJvm writer) throws InterruptedException {
        return Long.parseLong(writer.nextLine().split(" ")[1]);
    }

    /** Lets it write for some acknowledged writes: a moment that no store can know. */
    private void listenForAWhile(OtherJvm writer) throws InterruptedException {
        int moment = FIRST_WRITES + random.nextInt(MORE_WRITES);
        for (int heard = 0; heard < moment; heard++) {
            note(writer.nextLine());
        }
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await().until(() -> !RedisProcess.isRunning(pid));
    }

    private void note(String line) {
        String[] words = line.split(" ");
        if (words.length < 4) {
            return; // cut off by the kill
        }
        Acknowledged writer = writers.computeIfAbsent(words[0], name -> new Acknowledged());
        int number = Integer.parseInt(words[2]);
        writes++;
        switch (words[1]) {
            case "stored" -> writer.versions.put(number, Integer.valueOf(words[3]));
            case "deleted" -> writer.versions.put(number, -1);
            case "set" -> writer.keys.add(number);
            case "counted" -> writer.counter = number;
            default -> throw new AssertionError(line);
        }
    }

    private void compare(RunningStores stores) {
        MongoDatabase database = stores.mongo().getDatabase(StoreWriter.DATABASE);
        MongoCollection<Document> documents = StoreWriter.collection(database);
        Map<String, Document> stored = new HashMap<>();
        documents.find().forEach(document -> stored.put(document.getString("_id"), document));
        writers.forEach((name, writer) -> {
            compareDocuments(name, writer, stored);
            compareRedis(name, writer, stores.redis());
        });
        stored.values().forEach(KillTest::requireWhole);
        requireAgreement(documents, stored.values());
        requireNoOtherEntries(database, stored.size());
        requireUniqueKeys(documents, stored.values());
    }

    /** The last write of each writer may have been stored without being acknowledged; no other may differ. */
    private static void compareDocuments(String name, Acknowledged writer, Map<String, Document> stored) {
        int open = 0;
        for (Map.Entry<Integer, Integer> known : writer.versions.entrySet()) {
            Document document = stored.get(name + "-" + known.getKey());
            int version = document == null ? -1 : document.getInteger("version");
            if (version != known.getValue()) {
                assertThat(version).as("%s-%s", name, known.getKey()).isIn(known.getValue() + 1, -1);
                assertThat(known.getValue())
                        .as("%s-%s came back", name, known.getKey())
                        .isNotEqualTo(-1);
                open++;
            }
        }
        long begun =
                stored.keySet().stream().filter(id -> id.startsWith(name + "-")).count();
        long acknowledged = writer.versions.values().stream()
                .filter(version -> version >= 0)
                .count();
        assertThat(open + Math.max(0, begun - acknowledged))
                .as("open writes of %s", name)
                .isLessThanOrEqualTo(1);
    }

    private static void compareRedis(String name, Acknowledged writer, RedisCommands<String, String> redis) {
        if (!writer.keys.isEmpty()) {
            String[] keys =
                    writer.keys.stream().map(number -> name + "-" + number).toArray(String[]::new);
            assertThat(redis.mget(keys)).as("%s in Redis", name).allMatch(value -> value.hasValue());
        }
        String counter = redis.get(name);
        assertThat(counter == null ? 0 : Integer.parseInt(counter))
                .as("counter of %s", name)
                .isBetween(writer.counter, writer.counter + 1);
    }

    private static void requireWhole(Document document) {
        assertThat(document).isEqualTo(StoreWriter.document(document.getString("_id"), document.getInteger("version")));
    }

    /** Each index finds exactly the documents that a scan does. */
    private static void requireAgreement(MongoCollection<Document> documents, Collection<Document> stored) {
        for (String field : List.of("owner", "tags", "key")) {
            Map<Object, Integer> scanned = new HashMap<>();
            for (Document document : stored) {
                List<?> values =
                        document.get(field) instanceof List<?> several ? several : List.of(document.get(field));
                values.forEach(value -> scanned.merge(value, 1, Integer::sum));
            }
            List<Object> some = new ArrayList<>(scanned.keySet());
            for (Object value : some.subList(0, Math.min(300, some.size()))) {
                assertThat(documents.countDocuments(new Document(field, value)))
                        .as("%s %s", field, value)
                        .isEqualTo((long) scanned.get(value));
            }
        }
    }

    /** No index has an entry too many: each document has one, and one for each of its two tags. */
    private static void requireNoOtherEntries(MongoDatabase database, int documents) {
        Document entries =
                database.runCommand(new Document("validate", "documents")).get("keysPerIndex", Document.class);
        assertThat(entries).containsEntry("owner_1_version_1", (long) documents);
        assertThat(entries).containsEntry("key_1", (long) documents);
        assertThat(entries).containsEntry("tags_1", 2L * documents);
    }

    private static void requireUniqueKeys(MongoCollection<Document> documents, Collection<Document> stored) {
        assertThat(stored.stream().map(document -> document.getString("key"))).doesNotHaveDuplicates();
        stored.stream().limit(20).forEach(document -> assertThatThrownBy(
                        () -> documents.insertOne(new Document("_id", "another").append("key", document.get("key"))))
                .isInstanceOf(MongoWriteException.class));
    }

    private void report(String form) {
        System.out.println("KillTest, " + form + ": " + KILLS + " kills, " + writes + " acknowledged writes, 0 lost");
    }
}
