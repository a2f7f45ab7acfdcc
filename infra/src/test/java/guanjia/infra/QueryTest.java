package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What is found, in which order, and what pipelines make of it. */
class QueryTest extends StoreContract {
    QueryTest(RunningStores stores) {
        super(stores);
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
}
