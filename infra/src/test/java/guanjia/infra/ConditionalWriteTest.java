package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What changes at once and only on a condition: versions, counters, mailboxes. */
class ConditionalWriteTest extends StoreContract {
    ConditionalWriteTest(RunningStores stores) {
        super(stores);
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
}
