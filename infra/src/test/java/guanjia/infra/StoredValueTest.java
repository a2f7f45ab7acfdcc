package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

/** What is stored is what was written, many at a time and up to the limit of a document. */
class StoredValueTest extends StoreContract {
    StoredValueTest(RunningStores stores) {
        super(stores);
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
}
