package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The queries that the product makes, with what it relies on: on the embedded stores in this process and in their own, or on external ones
 * named by {@code -Dstores.mongodb} and {@code -Dstores.redis}.
 */
@ParameterizedClass
@MethodSource("forms")
class StoreContractTest {
    private static final int DUPLICATE = 11000;
    private static final int CALLERS = 8;

    private final RunningStores stores;
    private MongoDatabase database;
    private MongoCollection<Document> collection;

    StoreContractTest(RunningStores stores) {
        this.stores = stores;
    }

    static Stream<Named<RunningStores>> forms() throws Exception {
        return RunningStores.ofEachForm();
    }

    @BeforeEach
    void freshDatabase() {
        database = stores.mongo().getDatabase("contract-" + UUID.randomUUID());
        collection = database.getCollection("things");
    }

    @Test
    void changesADocumentOnlyAtTheVersionThatWasRead() {
        collection.insertOne(new Document("_id", "a").append("version", 1).append("text", "你好"));
        Document read = new Document("_id", "a").append("version", 1);
        Document next = new Document("$set", new Document("version", 2).append("text", "您好"));
        assertThat(collection.updateOne(read, next).getMatchedCount()).isEqualTo(1);
        assertThat(collection.updateOne(read, next).getMatchedCount()).isZero();
        assertThat(find("a"))
                .isEqualTo(new Document("_id", "a").append("version", 2).append("text", "您好"));
    }

    @Test
    void ofManyWhoChangeOneVersionExactlyOneDoes() throws Exception {
        collection.insertOne(new Document("_id", "a").append("version", 0));
        for (int version = 0; version < 25; version++) {
            Document read = new Document("_id", "a").append("version", version);
            Document next = new Document("$inc", new Document("version", 1));
            List<Long> matched = atOnce(() -> collection.updateOne(read, next).getMatchedCount());
            assertThat(matched)
                    .containsOnlyOnce(1L)
                    .filteredOn(count -> count == 0)
                    .hasSize(CALLERS - 1);
        }
    }

    @Test
    void aUniqueKeyRefusesASecondHolderHoweverItComes() {
        collection.createIndex(new Document("login", 1), new IndexOptions().unique(true));
        collection.insertOne(new Document("_id", 1).append("login", "lin"));
        collection.insertOne(new Document("_id", 2).append("login", "wang"));
        Document taken = new Document("$set", new Document("login", "lin"));
        requireDuplicate(() -> collection.insertOne(new Document("_id", 1)));
        requireDuplicate(() -> collection.insertOne(new Document("_id", 3).append("login", "lin")));
        requireDuplicate(() -> collection.updateOne(new Document("_id", 2), taken));
        requireDuplicate(() -> collection.updateOne(new Document("_id", 3), taken, new UpdateOptions().upsert(true)));
        requireDuplicate(() -> collection.replaceOne(new Document("_id", 2), new Document("login", "lin")));
        collection.updateOne(new Document("_id", 1), new Document("$set", new Document("login", "chen")));
        collection.updateOne(new Document("_id", 2), taken);
        assertThat(ids(new Document("login", "lin"))).containsExactly(2);
    }

    @Test
    void ofManyWhoTakeOneKeyExactlyOneGetsIt() throws Exception {
        collection.createIndex(new Document("slot", 1), new IndexOptions().unique(true));
        for (int slot = 0; slot < 25; slot++) {
            Document wanted = new Document("slot", slot);
            List<Boolean> taken = atOnce(() -> {
                try {
                    collection.insertOne(new Document(wanted));
                    return true;
                } catch (MongoWriteException e) {
                    return false;
                }
            });
            assertThat(taken).containsOnlyOnce(true);
        }
    }

    @Test
    void aSparseUniqueKeyLetsDocumentsGoWithoutIt() {
        collection.createIndex(
                new Document("key", 1), new IndexOptions().unique(true).sparse(true));
        collection.insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));
        collection.insertOne(new Document("_id", 3).append("key", "k"));
        requireDuplicate(() -> collection.insertOne(new Document("key", "k")));
        collection.updateOne(new Document("_id", 3), new Document("$unset", new Document("key", "")));
        collection.insertOne(new Document("_id", 4).append("key", "k"));
        assertThat(collection.countDocuments()).isEqualTo(4);
    }

    @Test
    void countsExactlyWhateverMeetsAtOneCounter() throws Exception {
        Document change =
                new Document("$inc", new Document("tries", 1)).append("$setOnInsert", new Document("until", 99L));
        FindOneAndUpdateOptions upsert =
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        List<Integer> seen = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            seen.addAll(atOnce(() -> collection
                    .findOneAndUpdate(new Document("_id", "c"), change, upsert)
                    .getInteger("tries")));
        }
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 20 * CALLERS).boxed().toList());
        assertThat(find("c"))
                .isEqualTo(
                        new Document("_id", "c").append("tries", 20 * CALLERS).append("until", 99L));
    }

    @Test
    void aMailboxTakesAnUpdateOnceAndOnlyWhileThereIsRoom() {
        collection.insertOne(new Document("_id", "c").append("inbox", List.of()).append("recent", List.of()));
        for (int update = 0; update < 5; update++) {
            assertThat(accept("u" + update)).isEqualTo(update < 3);
        }
        assertThat(accept("u2")).isFalse();
        Document taken = new Document("id", new Document("$in", List.of("u0", "u1")));
        collection.updateOne(new Document("_id", "c"), new Document("$pull", new Document("inbox", taken)));
        assertThat(accept("u1")).as("one of the two that are remembered").isFalse();
        assertThat(accept("u3")).isTrue();
        assertThat(find("c").getList("recent", String.class)).containsExactly("u2", "u3");
        assertThat(find("c").getList("inbox", Document.class))
                .extracting(each -> each.getString("id"))
                .containsExactly("u2", "u3");
        assertThat(find("c").getLong("arrivals")).isEqualTo(4);
    }

    /** As conversations take updates: three at most wait, two ids are remembered. */
    private boolean accept(String update) {
        Document unknown = new Document("_id", "c")
                .append("recent", new Document("$ne", update))
                .append("inbox.2", new Document("$exists", false));
        Document push = new Document("inbox", new Document("id", update).append("text", "水管漏了"))
                .append("recent", new Document("$each", List.of(update)).append("$slice", -2));
        Document change = new Document("$push", push)
                .append("$inc", new Document("arrivals", 1L))
                .append("$set", new Document("work", true));
        return collection.updateOne(unknown, change).getMatchedCount() == 1;
    }

    @Test
    void comparesWholeArraysAndDocuments() {
        Document stored = new Document("_id", "r")
                .append("name", "林小姐")
                .append("homes", List.of(new Document("unit", "3-201").append("until", null)))
                .append("inbox", List.of());
        collection.insertOne(stored);
        Document emptied = new Document("_id", "r").append("inbox", List.of());
        assertThat(collection
                        .updateOne(emptied, new Document("$set", new Document("work", false)))
                        .getMatchedCount())
                .isEqualTo(1);
        Document now = new Document(stored).append("work", false);
        assertThat(collection
                        .replaceOne(now, new Document(now).append("name", "林女士"))
                        .getMatchedCount())
                .isEqualTo(1);
        assertThat(collection.replaceOne(now, now).getMatchedCount()).isZero();
    }

    @Test
    void anUnorderedInsertStoresAllButTheDuplicates() {
        collection.insertOne(new Document("_id", 2).append("mine", true));
        List<Document> rows = List.of(new Document("_id", 1), new Document("_id", 2), new Document("_id", 3));
        MongoBulkWriteException refused = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> collection.insertMany(rows, new InsertManyOptions().ordered(false)));
        assertThat(refused.getWriteErrors()).singleElement().satisfies(error -> {
            assertThat(error.getIndex()).isEqualTo(1);
            assertThat(error.getCode()).isEqualTo(DUPLICATE);
        });
        assertThat(refused.getWriteResult().getInsertedCount()).isEqualTo(2);
        assertThat(ids(new Document())).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(collection.find(new Document("_id", 2)).first()).containsEntry("mine", true);
    }

    @Test
    void anOrderedInsertEndsAtADuplicateAndSaysHowFarItCame() {
        List<Document> rows = List.of(new Document("_id", 1), new Document("_id", 1), new Document("_id", 3));
        MongoBulkWriteException refused =
                catchThrowableOfType(MongoBulkWriteException.class, () -> collection.insertMany(rows));
        assertThat(refused.getWriteResult().getInsertedCount()).isEqualTo(1);
        assertThat(ids(new Document())).containsExactly(1);
    }

    @Test
    void writesManyUpsertsAtOnce() {
        for (String resident : List.of("r1", "r2", "r1")) {
            collection.bulkWrite(
                    IntStream.range(0, 50)
                            .mapToObj(unit -> new UpdateOneModel<Document>(
                                    new Document("_id", "yihe/" + unit),
                                    new Document("$setOnInsert", new Document("estate", "yihe"))
                                            .append(
                                                    "$addToSet",
                                                    new Document(
                                                            "residents", new Document("$each", List.of(resident)))),
                                    new UpdateOptions().upsert(true)))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        }
        assertThat(collection.countDocuments(new Document("estate", "yihe"))).isEqualTo(50);
        assertThat(find("yihe/7").getList("residents", String.class)).containsExactly("r1", "r2");
    }

    @Test
    void findsByListsOfIdsOfAnyLength() {
        collection.insertMany(IntStream.range(0, 3_000)
                .mapToObj(number -> new Document("_id", "m" + number).append("in", "u" + number))
                .toList());
        List<String> asked =
                IntStream.range(1_500, 4_500).mapToObj(number -> "m" + number).toList();
        List<String> found = collection
                .find(new Document("_id", new Document("$in", asked)))
                .projection(new Document("in", 1))
                .map(row -> row.getString("in"))
                .into(new ArrayList<>());
        assertThat(found).hasSize(1_500).contains("u1500", "u2999").doesNotHaveDuplicates();
    }

    @Test
    void readsRangesInOrderAndDeletesThem() {
        collection.createIndex(new Document("c", 1).append("seq", 1));
        for (long seq = 1; seq <= 30; seq++) {
            collection.insertOne(new Document("c", seq % 2 == 0 ? "even" : "odd").append("seq", seq));
        }
        Document since = new Document("c", "even").append("seq", new Document("$gt", 10L));
        List<Long> upwards = numbers(since, 1);
        assertThat(upwards).containsExactly(12L, 14L, 16L, 18L);
        assertThat(numbers(since, -1)).containsExactly(30L, 28L, 26L, 24L);
        assertThat(collection
                        .deleteMany(new Document("seq", new Document("$lt", 21L)))
                        .getDeletedCount())
                .isEqualTo(20);
        assertThat(numbers(new Document("c", "even"), 1)).containsExactly(22L, 24L, 26L, 28L);
    }

    private List<Long> numbers(Document query, int direction) {
        return collection
                .find(query)
                .sort(new Document("seq", direction))
                .limit(4)
                .map(row -> row.getLong("seq"))
                .into(new ArrayList<>());
    }

    @Test
    void tellsAbsentFromPresentAndSortsBySeveralFields() {
        collection.createIndex(new Document("owner", 1));
        collection.insertMany(List.of(
                new Document("_id", 1).append("owner", "p1").append("count", 2L).append("last", new Date(5)),
                new Document("_id", 2).append("owner", null).append("count", 3L).append("last", new Date(1)),
                new Document("_id", 3).append("count", 3L).append("last", new Date(9))));
        assertThat(ids(new Document("owner", null))).containsExactlyInAnyOrder(2, 3);
        assertThat(ids(new Document("owner", new Document("$exists", false)))).containsExactly(3);
        assertThat(ids(new Document("owner", new Document("$in", Arrays.asList("p1", null)))))
                .hasSize(3);
        assertThat(collection
                        .find()
                        .sort(new Document("count", -1).append("last", -1))
                        .map(row -> row.getInteger("_id"))
                        .into(new ArrayList<>()))
                .containsExactly(3, 2, 1);
    }

    @Test
    void pipelinesCountAndGroupAndLeaveTheDocumentsAlone() {
        collection.createIndex(new Document("estate", 1));
        for (int i = 0; i < 6; i++) {
            collection.insertOne(
                    new Document("estate", i < 4 ? "yihe" : "plaza").append("inner", new Document("n", i)));
        }
        assertThat(collection.countDocuments(new Document("estate", "yihe"))).isEqualTo(4);
        assertThat(collection.countDocuments()).isEqualTo(6);
        List<Document> groups = collection
                .aggregate(List.of(
                        new Document("$match", new Document("estate", "yihe")),
                        new Document("$addFields", new Document("inner", new Document("n", 100))),
                        new Document(
                                "$group",
                                new Document("_id", "$estate").append("sum", new Document("$sum", "$inner.n")))))
                .into(new ArrayList<>());
        assertThat(groups).containsExactly(new Document("_id", "yihe").append("sum", 400));
        assertThat(collection.find(new Document("inner.n", 100))).isEmpty();
    }

    @Test
    void keepsValuesAsTheyWere() {
        Document stored = new Document("_id", "v")
                .append("text", "住户😀来信")
                .append("at", new Date(1_764_000_000_123L))
                .append("long", 1L << 60)
                .append("double", 0.1)
                .append("bytes", new Binary(new byte[] {0, 1, -1}))
                .append("nothing", null)
                .append("inner", new Document("list", List.of(1, "二", List.of())));
        collection.replaceOne(new Document("_id", "v"), stored, new ReplaceOptions().upsert(true));
        assertThat(find("v")).isEqualTo(stored);
    }

    @Test
    void refusesADocumentThatOutgrowsTheLimitAndLeavesItAsItWas() {
        collection.createIndex(new Document("state", 1));
        collection.insertOne(
                new Document("_id", "big").append("state", "before").append("parts", List.of()));
        String part = "x".repeat(6_000_000);
        for (int i = 0; i < 2; i++) {
            collection.updateOne(new Document("_id", "big"), new Document("$push", new Document("parts", part)));
        }
        Document tooMuch =
                new Document("$push", new Document("parts", part)).append("$set", new Document("state", "after"));
        assertThatThrownBy(() -> collection.updateOne(new Document("_id", "big"), tooMuch))
                .isInstanceOf(MongoException.class);
        assertThat(collection.countDocuments(new Document("state", "before"))).isEqualTo(1);
        assertThat(collection.countDocuments(new Document("state", "after"))).isZero();
    }

    @Test
    void schemaSetUpCanBeRepeated() {
        for (int i = 0; i < 2; i++) {
            collection.createIndex(new Document("estate", 1).append("mode", 1));
            collection.createIndex(new Document("code", 1), new IndexOptions().unique(true));
        }
        collection.insertOne(new Document("code", 1));
        requireDuplicate(() -> collection.insertOne(new Document("code", 1)));
        assertThat(collection.listIndexes()).hasSize(3);
    }

    @Test
    void redisHoldsLeasesScriptsAndQueues() {
        RedisCommands<String, String> redis = stores.redis();
        String prefix = "contract:" + UUID.randomUUID() + ":";
        assertThat(redis.set(prefix + "lease", "me", SetArgs.Builder.nx().px(60_000)))
                .isEqualTo("OK");
        assertThat(redis.set(prefix + "lease", "you", SetArgs.Builder.nx().px(60_000)))
                .isNull();
        String release = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";
        String[] lease = {prefix + "lease"};
        assertThat((Long) redis.eval(release, ScriptOutputType.INTEGER, lease, "you"))
                .isZero();
        assertThat((Long) redis.eval(release, ScriptOutputType.INTEGER, lease, "me"))
                .isEqualTo(1);
        redis.zadd(prefix + "queue", 2, "second");
        redis.zadd(prefix + "queue", 1, "first");
        assertThat(redis.zpopmin(prefix + "queue").getValue()).isEqualTo("first");
        assertThat(redis.sadd(prefix + "set", "one", "two")).isEqualTo(2);
        assertThat(redis.exists(prefix + "lease", prefix + "queue", prefix + "set"))
                .isEqualTo(2);
        redis.del(prefix + "queue", prefix + "set");
    }

    private Document find(String id) {
        return collection.find(new Document("_id", id)).first();
    }

    private List<Object> ids(Document query) {
        return collection.find(query).map(row -> row.get("_id")).into(new ArrayList<>());
    }

    private static void requireDuplicate(Runnable write) {
        MongoWriteException refused = catchThrowableOfType(MongoWriteException.class, write::run);
        assertThat(refused).isNotNull();
        assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
    }

    private static <T> List<T> atOnce(Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (var future : threads.invokeAll(java.util.Collections.nCopies(CALLERS, call))) {
                results.add(future.get());
            }
            return results;
        }
    }
}
