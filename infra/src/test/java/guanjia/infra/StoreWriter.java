package guanjia.infra;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.bson.Document;

/**
 * A process that writes to the stores until it is killed, and prints each write as soon as it was acknowledged:
 * {@code <writer> <operation> <number> <version>}. Each of its threads writes its own documents, one write at a time, so that at most one write
 * a thread is open when it ends.
 *
 * <p>Arguments: {@code own <directory> <run>} to hold the stores itself, or {@code <mongo uri> <redis uri> <run>}.
 */
final class StoreWriter implements Runnable {
    static final int WRITERS = 4;
    static final String DATABASE = "killed";
    /** So long that the journal is written off into the file some times in a run. */
    private static final int TEXT = 600;

    private static final int OWNERS = 7;

    private final String name;
    private final MongoCollection<Document> documents;
    private final RedisCommands<String, String> redis;
    private final Random random;

    private StoreWriter(String name, MongoCollection<Document> documents, RedisCommands<String, String> redis) {
        this.name = name;
        this.documents = documents;
        this.redis = redis;
        this.random = new Random(name.hashCode());
    }

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "guanjia/infra/stores-logging.xml");
        boolean own = arguments[0].equals("own");
        EmbeddedStores stores = own ? EmbeddedStores.start(Path.of(arguments[1])) : null;
        MongoClient mongo = MongoClients.create(own ? stores.mongoUri() : arguments[0]);
        RedisClient redis = RedisClient.create(own ? stores.redisUri() : arguments[1]);
        MongoCollection<Document> documents = collection(mongo.getDatabase(DATABASE));
        RedisCommands<String, String> commands = redis.connect().sync();
        System.out.println("redis " + RunningStores.redisPid(commands));
        for (int writer = 0; writer < WRITERS; writer++) {
            Thread.ofPlatform()
                    .start(new StoreWriter(
                            arguments[2] + "-" + writer,
                            documents,
                            redis.connect().sync()));
        }
    }

    static MongoCollection<Document> collection(MongoDatabase database) {
        MongoCollection<Document> documents = database.getCollection("documents");
        documents.createIndex(new Document("owner", 1).append("version", 1));
        documents.createIndex(new Document("tags", 1));
        documents.createIndex(new Document("key", 1), new IndexOptions().unique(true));
        return documents;
    }

    /** The whole document at a version, so that a half one is recognised. */
    static Document document(String id, int version) {
        return new Document("_id", id)
                .append("version", version)
                .append("owner", "o" + Math.floorMod(id.hashCode() + version, OWNERS))
                .append("key", id + "@" + version)
                .append("tags", List.of("t" + version % 3, "all"))
                .append("text", "业主来信 ".repeat(TEXT + version % 40));
    }

    @Override
    public void run() {
        for (int number = 0; ; number++) {
            String id = name + "-" + number;
            documents.insertOne(document(id, 0));
            say("stored", number, 0);
            redis.set(id, Integer.toString(number));
            say("set", number, 0);
            change(number);
            say("counted", Math.toIntExact(redis.incr(name)), 0);
            if (number % 5 == 4) {
                documents.deleteOne(new Document("_id", name + "-" + (number - 2)));
                say("deleted", number - 2, 0);
            }
        }
    }

    /** Some conditional updates, each of the version that the one before has made. */
    private void change(int number) {
        String id = name + "-" + number;
        int versions = random.nextInt(4);
        for (int version = 1; version <= versions; version++) {
            Document next = document(id, version);
            next.remove("_id");
            long matched = documents
                    .updateOne(new Document("_id", id).append("version", version - 1), new Document("$set", next))
                    .getMatchedCount();
            say(matched == 1 ? "stored" : "missed", number, version);
        }
    }

    private void say(String operation, int number, int version) {
        String line = name + " " + operation + " " + number + " " + version + "\n";
        synchronized (System.out) {
            System.out.print(line);
            System.out.flush();
        }
    }
}
