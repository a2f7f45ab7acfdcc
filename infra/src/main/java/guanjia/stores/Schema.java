package guanjia.stores;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;

/**
 * Brings a feature's collections to the form its code expects. A feature lists its steps in order and never changes or removes one that
 * was released; which are done stands in {@code settings} as {@code schema:<feature>}. A step that was cut off runs again, and two
 * processes may run it at once: every step can be repeated.
 */
public final class Schema {
    private Schema() {}

    /** One change, repeatable: indexes made, fields filled. */
    @FunctionalInterface
    public interface Step {
        /** Makes the change, or finds that it is made. */
        void apply(MongoDatabase database);
    }

    /**
     * Runs the steps that this database hasn't seen yet.
     *
     * @param feature the name of the package, and of the collection where each brings itself there
     * @param steps all of them, the oldest first
     */
    public static void bring(MongoDatabase database, String feature, Step... steps) {
        var settings = database.getCollection("settings");
        Document byName = new Document("_id", "schema:" + feature);
        Document stored = settings.find(byName).first();
        int done = stored == null ? 0 : stored.getInteger("steps", 0);
        for (int next = done; next < steps.length; next++) {
            steps[next].apply(database);
            settings.updateOne(
                    byName, new Document("$max", new Document("steps", next + 1)), new UpdateOptions().upsert(true));
        }
    }
}
