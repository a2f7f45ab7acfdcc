package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cost of the product's hot queries doesn't grow with the collection: counted in documents looked at ({@link Examined}).
 */
class QueryCostTest {
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int BATCH = 5_000;

    /** A real server looks at some documents of its own now and then. */
    private static final long BY_THE_WAY = 20;

    private static final Map<String, Consumer<MongoCollection<Document>>> QUERIES = queries();

    private final String name = "cost-" + UUID.randomUUID();

    @TempDir
    private Path directory;

    /** Filled once, as that takes longest; in a process of their own the stores are opened on the same files. */
    @Test
    void looksAtAsManyDocumentsAmongManyAsAmongFew() throws Exception {
        boolean external = !System.getProperty("stores.mongodb", "").isEmpty();
        try (RunningStores stores = external ? RunningStores.shared() : RunningStores.inThisProcess(directory)) {
            fill(stores);
            compare(stores);
            if (external) {
                stores.mongo().getDatabase(name).drop();
            }
        }
        if (!external) {
            try (RunningStores stores = RunningStores.inTheirOwnProcess(directory)) {
                compare(stores);
            }
        }
    }

    private void fill(RunningStores stores) {
        MongoDatabase database = stores.mongo().getDatabase(name);
        for (int count : List.of(FEW, MANY)) {
            MongoCollection<Document> collection = database.getCollection("of" + count);
            collection.createIndex(new Document("busy", 1));
            collection.createIndex(new Document("unfinished", 1), new IndexOptions().sparse(true));
            collection.createIndex(new Document("attention", 1), new IndexOptions().sparse(true));
            collection.createIndex(new Document("estate", 1).append("mode", 1));
            collection.createIndex(new Document("c", 1).append("seq", 1));
            collection.createIndex(new Document("key", 1), new IndexOptions().unique(true));
            fill(collection, 0, count);
        }
    }

    private void compare(RunningStores stores) {
        MongoDatabase database = stores.mongo().getDatabase(name);
        MongoCollection<Document> many = database.getCollection("of" + MANY);
        Map<String, Long> amongFew = costs(database, database.getCollection("of" + FEW));
        Map<String, Long> amongMany = costs(database, many);
        assertThat(amongMany)
                .allSatisfy((query, cost) ->
                        assertThat(cost).as(query).isLessThanOrEqualTo(amongFew.get(query) + BY_THE_WAY));
        assertThat(Examined.by(database, () -> many.countDocuments(new Document("text", "none"))))
                .as("a scan, which shows that the count counts")
                .isGreaterThanOrEqualTo(MANY);
    }

    private static void fill(MongoCollection<Document> collection, int from, int to) {
        for (int start = from; start < to; start += BATCH) {
            int first = start;
            collection.insertMany(
                    IntStream.range(first, Math.min(to, first + BATCH))
                            .mapToObj(QueryCostTest::conversation)
                            .toList(),
                    new InsertManyOptions().ordered(false));
        }
    }

    /** Ten of each {@code c}; twenty have work, and five wait. */
    private static Document conversation(int number) {
        Document conversation = new Document("_id", "c" + number);
        if (number < 20) {
            conversation.append("unfinished", new Date(number)).append("attention", true);
        }
        return conversation
                .append("version", 1)
                .append("busy", number < 20)
                .append("estate", number % 2 == 0 ? "yihe" : "plaza")
                .append("mode", number % 2 == 0 && number < 10 ? "WAITING" : "BOT")
                .append("c", "chat" + number / 10)
                .append("seq", (long) (number % 10))
                .append("key", "k" + number)
                .append("touched", new Date(number))
                .append("recent", List.of());
    }

    private static Map<String, Consumer<MongoCollection<Document>>> queries() {
        Map<String, Consumer<MongoCollection<Document>>> queries = new LinkedHashMap<>();
        Document byId = new Document("_id", "c7");
        Document touch = new Document("$set", new Document("touched", new Date(8)));
        queries.put("find by _id", all -> all.find(byId).first());
        queries.put("update of a version", all -> all.updateOne(new Document(byId).append("version", 1), touch));
        queries.put(
                "update of a version that is gone",
                all -> all.updateOne(new Document(byId).append("version", 9), touch));
        queries.put(
                "update where an array lacks a value",
                all -> all.updateOne(
                        new Document(byId)
                                .append("recent", new Document("$ne", "u"))
                                .append("inbox.49", new Document("$exists", false)),
                        touch));
        queries.put(
                "condition under $and",
                all -> all.updateOne(new Document("$and", List.of(byId, new Document("version", 1))), touch));
        queries.put(
                "find and update",
                all -> all.findOneAndUpdate(byId, touch, new FindOneAndUpdateOptions().upsert(true)));
        queries.put("upsert", all -> all.updateOne(byId, touch, new UpdateOptions().upsert(true)));
        queries.put("replace of a whole document", all -> {
            Document read = all.find(byId).first();
            all.replaceOne(read, read);
        });
        queries.put(
                "find by unique key", all -> all.find(new Document("key", "k8")).first());
        queries.put("find by ids", all -> all.find(new Document("_id", new Document("$in", some(400))))
                .into(new ArrayList<>()));
        queries.put("ids and another condition", all -> all.find(
                        new Document("_id", new Document("$in", some(5))).append("version", 1))
                .into(new ArrayList<>()));
        queries.put("those of one value", all -> all.find(new Document("c", "chat3"))
                .into(new ArrayList<>()));
        queries.put(
                "range of one value", all -> all.find(new Document("c", "chat3").append("seq", new Document("$gt", 4L)))
                        .sort(new Document("seq", 1))
                        .into(new ArrayList<>()));
        queries.put("those with work", all -> all.find(new Document("unfinished", new Document("$lt", new Date(MANY))))
                .sort(new Document("unfinished", 1))
                .limit(100)
                .into(new ArrayList<>()));
        queries.put("those who wait", all -> all.find(new Document("attention", true))
                .into(new ArrayList<>()));
        queries.put(
                "some of very many",
                all -> all.find(new Document("busy", false)).limit(50).into(new ArrayList<>()));
        queries.put("those of two values, sorted by a third", all -> all.find(
                        new Document("estate", "yihe").append("mode", "WAITING"))
                .sort(new Document("touched", -1))
                .limit(3)
                .into(new ArrayList<>()));
        queries.put(
                "newest by _id",
                all -> all.find().sort(new Document("_id", -1)).limit(20).into(new ArrayList<>()));
        queries.put(
                "first by a key",
                all -> all.find().sort(new Document("key", 1)).limit(20).into(new ArrayList<>()));
        queries.put("delete by _id", all -> all.deleteOne(new Document("_id", "none")));
        queries.put("delete of a range", all -> all.deleteMany(new Document("key", new Document("$lt", "a"))));
        queries.put("number of those of one value", all -> all.countDocuments(new Document("c", "chat3")));
        return queries;
    }

    private static List<String> some(int count) {
        return IntStream.range(0, count).mapToObj(number -> "c" + number).toList();
    }

    private static Map<String, Long> costs(MongoDatabase database, MongoCollection<Document> collection) {
        Map<String, Long> costs = new LinkedHashMap<>();
        QUERIES.forEach((name, query) -> costs.put(name, Examined.by(database, () -> query.accept(collection))));
        return costs;
    }
}
