package guanjia.infra;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;

/**
 * How many documents a query looks at, as the server itself counts them ({@code serverStatus},
 * {@code metrics.queryExecutor.scannedObjects}, the same in a real MongoDB, which also counts what others ask meanwhile).
 */
public final class Examined {
    private Examined() {}

    /** The number of documents that are looked at while this runs. */
    public static long by(MongoDatabase database, Runnable query) {
        long before = examined(database);
        query.run();
        return examined(database) - before;
    }

    private static long examined(MongoDatabase database) {
        Document metrics = database.runCommand(new Document("serverStatus", 1)).get("metrics", Document.class);
        return ((Number) metrics.get("queryExecutor", Document.class).get("scannedObjects")).longValue();
    }
}
