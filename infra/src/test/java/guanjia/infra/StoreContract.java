package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the product relies on in its stores, subject by subject: on the embedded ones in this process and in their own, or on external ones named
 * by {@code -Dstores.mongodb} and {@code -Dstores.redis}.
 */
@ParameterizedClass(autoCloseArguments = false)
@MethodSource("guanjia.infra.RunningStores#ofEachForm")
abstract class StoreContract {
    static final int CALLERS = 8;

    final RunningStores stores;
    MongoDatabase database;
    MongoCollection<Document> collection;

    StoreContract(RunningStores stores) {
        this.stores = stores;
    }

    @BeforeEach
    void freshDatabase() {
        database = stores.mongo().getDatabase("contract-" + UUID.randomUUID());
        collection = database.getCollection("things");
    }

    Document find(String id) {
        return collection.find(new Document("_id", id)).first();
    }

    List<Object> ids(Document query) {
        return collection.find(query).map(row -> row.get("_id")).into(new ArrayList<>());
    }

    static void requireDuplicate(Runnable write) {
        MongoWriteException refused = catchThrowableOfType(MongoWriteException.class, write::run);
        assertThat(refused).isNotNull();
        assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
    }

    static <T> List<T> atOnce(Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (var future : threads.invokeAll(java.util.Collections.nCopies(CALLERS, call))) {
                results.add(future.get());
            }
            return results;
        }
    }
}
