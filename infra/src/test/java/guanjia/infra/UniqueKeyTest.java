package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Of two holders of a key the second is refused, in whatever way it comes. */
class UniqueKeyTest extends StoreContract {
    private static final int DUPLICATE = 11000;

    UniqueKeyTest(RunningStores stores) {
        super(stores);
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
    void schemaSetUpCanBeRepeated() {
        for (int i = 0; i < 2; i++) {
            collection.createIndex(new Document("estate", 1).append("mode", 1));
            collection.createIndex(new Document("code", 1), new IndexOptions().unique(true));
        }
        collection.insertOne(new Document("code", 1));
        requireDuplicate(() -> collection.insertOne(new Document("code", 1)));
        assertThat(collection.listIndexes()).hasSize(3);
    }
}
