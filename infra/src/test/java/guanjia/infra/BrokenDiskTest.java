package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The MongoDB's file can't be written from a random byte on. */
class BrokenDiskTest {
    private static final int ROUNDS = 12;
    private static final int WRITERS = 4;
    private static final int MOST_BYTES = 120_000;

    @TempDir
    private Path directory;

    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final Random random = new Random(5);

    @AfterEach
    void mend() {
        BrokenDisk.mend();
    }

    @Test
    void aWriteThatCannotBeStoredFailsAndWhatWasAcknowledgedIsReadMeanwhileAndAfterwards() throws Exception {
        Path file = BrokenDisk.file(directory.resolve("mongodb.mv"));
        try (EmbeddedMongo mongo = EmbeddedMongo.start(file, 0)) {
            try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + mongo.port())) {
                MongoCollection<Document> documents = client.getDatabase("disk").getCollection("documents");
                documents.createIndex(new Document("version", 1));
                for (int round = 0; round < ROUNDS; round++) {
                    BrokenDisk.breakAfter(random.nextInt(MOST_BYTES));
                    writeUntilItFails(documents);
                    BrokenDisk.mend();
                    compare(documents);
                }
            }
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.start(file, 0)) {
            try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + mongo.port())) {
                compare(client.getDatabase("disk").getCollection("documents"));
            }
        }
    }

    private void writeUntilItFails(MongoCollection<Document> documents) {
        AtomicInteger failed = new AtomicInteger();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = "w" + writer + "-";
                writers.submit(() -> {
                    for (int number = 0; failed.get() == 0; number++) {
                        write(documents, name + number % 10, failed);
                    }
                });
            }
        }
        assertThat(failed).hasPositiveValue();
    }

    /** Each writer has documents of its own, so that it knows which version to expect. */
    private void write(MongoCollection<Document> documents, String id, AtomicInteger failed) {
        int known = acknowledged.getOrDefault(id, -1);
        try {
            if (known < 0) {
                documents.insertOne(new Document("_id", id).append("version", 0).append("text", "x".repeat(300)));
                acknowledged.put(id, 0);
            } else {
                Document change = new Document("$set", new Document("version", known + 1));
                documents.updateOne(new Document("_id", id), change);
                acknowledged.put(id, known + 1);
            }
        } catch (MongoException e) {
            failed.incrementAndGet();
        }
    }

    private void compare(MongoCollection<Document> documents) {
        acknowledged.forEach((id, version) -> {
            Document document = documents.find(new Document("_id", id)).first();
            assertThat(document).as(id).isNotNull();
            int stored = document.getInteger("version");
            assertThat(stored).as(id).isBetween(version, version + 1);
            assertThat(documents.find(new Document("version", stored)))
                    .as("%s by the index", id)
                    .contains(document);
            acknowledged.put(id, stored);
        });
    }
}
