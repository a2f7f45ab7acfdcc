package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An index answers exactly what a scan of all documents does, whatever was written before. The same query under {@code $or} is never answered
 * by an index, so both are asked of one collection.
 */
class IndexAgreementTest {
    private static final int ROUNDS = 2;
    private static final int CHANGES = 200;
    private static final int QUERIES = 40;
    private static final int IDS = 120;
    private static final List<String> FIELDS = List.of("a", "b", "c", "d.x", "_id");

    /** Where arrays are compared, the scan's own order isn't one. */
    private static final List<String> NEVER_ARRAYS = List.of("b", "c", "_id");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anIndexFindsWhatAScanFindsAlsoAfterARestart(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            try (Opened stores = open()) {
                MongoCollection<Document> collection = stores.collection();
                for (int i = 0; i < CHANGES; i++) {
                    change(collection, random);
                }
                for (int i = 0; i < QUERIES; i++) {
                    compare(collection, query(random), random);
                }
                assertThat(entries(stores.database(), "b_1")).isEqualTo(collection.countDocuments());
            }
        }
    }

    @Test
    void anIndexMadeLaterFindsWhatWasThereBefore() {
        try (Opened stores = open()) {
            Random random = new Random(4);
            MongoCollection<Document> collection = stores.collection();
            for (int i = 0; i < CHANGES; i++) {
                change(collection, random);
            }
            collection.createIndex(new Document("c", 1).append("b", 1));
            collection.dropIndex("a_1");
            for (int i = 0; i < QUERIES; i++) {
                compare(collection, query(random), random);
            }
        }
    }

    private void compare(MongoCollection<Document> collection, Document query, Random random) {
        Document scan = new Document("$or", List.of(query));
        List<Document> found = documents(collection.find(query));
        assertThat(found).as("%s", query.toJson()).containsExactlyInAnyOrderElementsOf(collection.find(scan));
        String field = NEVER_ARRAYS.get(random.nextInt(NEVER_ARRAYS.size()));
        for (int direction : new int[] {1, -1}) {
            Document order = new Document(field, direction);
            List<Object> onceTiedUp = ids(collection.find(scan).sort(new Document(order).append("_id", 1)));
            List<Object> onceTiedDown = ids(collection.find(scan).sort(new Document(order).append("_id", -1)));
            List<Object> inOrder = ids(collection.find(query).sort(order));
            for (int i = 1; i < inOrder.size(); i++) {
                assertThat(comes(inOrder.get(i), inOrder.get(i - 1), onceTiedUp)
                                && comes(inOrder.get(i), inOrder.get(i - 1), onceTiedDown))
                        .as(
                                "%s in the order %s: %s after %s",
                                query.toJson(),
                                order.toJson(),
                                collection
                                        .find(new Document("_id", inOrder.get(i)))
                                        .first(),
                                collection
                                        .find(new Document("_id", inOrder.get(i - 1)))
                                        .first())
                        .isFalse();
            }
            int limit = 1 + random.nextInt(20);
            assertThat(ids(collection.find(query).sort(order).limit(limit)))
                    .isEqualTo(inOrder.subList(0, Math.min(limit, inOrder.size())));
        }
    }

    private static boolean comes(Object first, Object second, List<Object> order) {
        return order.indexOf(first) < order.indexOf(second);
    }

    private static List<Document> documents(Iterable<Document> found) {
        List<Document> documents = new ArrayList<>();
        found.forEach(documents::add);
        return documents;
    }

    private static List<Object> ids(Iterable<Document> found) {
        List<Object> ids = new ArrayList<>();
        found.forEach(document -> ids.add(document.get("_id")));
        return ids;
    }

    private static void change(MongoCollection<Document> collection, Random random) {
        Document byId = new Document("_id", random.nextInt(IDS));
        try {
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> collection.insertOne(document(random).append("_id", byId.get("_id")));
                case 3 -> collection.updateOne(byId, new Document("$set", new Document("a", anything(random))));
                case 4 -> collection.updateMany(query(random), new Document("$set", new Document("b", plain(random))));
                case 5 -> collection.updateOne(byId, new Document("$unset", new Document("a", "").append("d", "")));
                case 6 -> collection.replaceOne(byId, document(random));
                case 7 -> collection.deleteOne(query(random));
                case 8 ->
                    collection.updateOne(
                            byId,
                            new Document("$set", new Document("u", random.nextInt(IDS))),
                            new UpdateOptions().upsert(true));
                default -> collection.updateOne(byId, new Document("$push", new Document("list", plain(random))));
            }
        } catch (MongoWriteException e) {
            assertThat(e.getCode()).as(e.getMessage()).isEqualTo(11000);
        }
    }

    private static Document document(Random random) {
        Document document = new Document("b", plain(random));
        if (random.nextInt(4) > 0) {
            document.append("a", anything(random));
        }
        if (random.nextInt(3) > 0) {
            document.append("c", plain(random));
        }
        if (random.nextInt(3) == 0) {
            document.append("u", random.nextInt(IDS));
        }
        return switch (random.nextInt(4)) {
            case 0 -> document.append("d", new Document("x", anything(random)));
            case 1 -> document.append("d", List.of(new Document("x", plain(random)), new Document("x", 3)));
            case 2 -> document.append("d", Arrays.asList(plain(random), new Document("y", 1)));
            default -> document;
        };
    }

    /** Few values of many kinds, so that queries meet them. No array in an array and no NaN: there the scan finds what MongoDB doesn't. */
    private static Object plain(Random random) {
        Object[] some = {
            0,
            1,
            2L,
            3.0,
            2.5,
            -1,
            Decimal128.parse("2"),
            "",
            "a",
            "b",
            "三",
            "三栋",
            true,
            false,
            null,
            new Date(0),
            new Date(1),
            new ObjectId("000000000000000000000001"),
            new Document("x", 1),
            1L << 40
        };
        return some[random.nextInt(some.length)];
    }

    private static Object anything(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> List.of();
            case 1 -> Stream.generate(() -> plain(random)).limit(2).toList();
            default -> plain(random);
        };
    }

    private static Document query(Random random) {
        Document query = new Document(FIELDS.get(random.nextInt(FIELDS.size())), condition(random));
        if (random.nextBoolean()) {
            query.append(FIELDS.get(random.nextInt(FIELDS.size())), condition(random));
        }
        return random.nextInt(6) > 0
                ? query
                : new Document("$and", List.of(query, new Document("b", condition(random))));
    }

    private static Object condition(Random random) {
        List<String> bounds = List.of("$gt", "$gte", "$lt", "$lte");
        return switch (random.nextInt(8)) {
            case 0, 1 -> random.nextInt(4) == 0 ? random.nextInt(IDS) : plain(random);
            case 2 -> new Document("$in", Arrays.asList(plain(random), random.nextInt(IDS), plain(random)));
            case 3 -> new Document(bounds.get(random.nextInt(4)), random.nextInt(IDS));
            case 4 -> new Document(bounds.get(random.nextInt(4)), plain(random));
            case 5 -> new Document("$gte", plain(random)).append("$lt", plain(random));
            case 6 -> new Document("$exists", random.nextBoolean());
            default -> new Document("$ne", plain(random));
        };
    }

    /** How many entries the database counts in an index whose field is never an array: as many as documents. */
    private static Object entries(MongoDatabase database, String index) {
        Document counts =
                database.runCommand(new Document("validate", "things")).get("keysPerIndex", Document.class);
        return ((Number) counts.get(index)).longValue();
    }

    private Opened open() {
        RunningStores stores = RunningStores.inThisProcess(directory);
        MongoDatabase database = stores.mongo().getDatabase("agreement");
        MongoCollection<Document> collection = database.getCollection("things");
        collection.createIndex(new Document("a", 1));
        collection.createIndex(new Document("b", 1));
        collection.createIndex(new Document("a", 1).append("b", 1));
        collection.createIndex(new Document("d.x", 1).append("c", 1));
        collection.createIndex(new Document("c", 1), new IndexOptions().sparse(true));
        collection.createIndex(
                new Document("u", 1), new IndexOptions().unique(true).sparse(true));
        return new Opened(stores, database, collection);
    }

    private record Opened(RunningStores stores, MongoDatabase database, MongoCollection<Document> collection)
            implements AutoCloseable {
        @Override
        public void close() {
            stores.close();
        }
    }
}
