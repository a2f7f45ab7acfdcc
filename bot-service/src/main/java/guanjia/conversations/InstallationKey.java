package guanjia.conversations;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.security.SecureRandom;
import org.bson.Document;
import org.bson.types.Binary;

/** The key that conversation ids are made with: random, made once per installation, kept in {@code settings}. */
final class InstallationKey {
    private static final int BYTES = 32;

    private InstallationKey() {}

    static byte[] of(MongoDatabase database) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Document stored = database.getCollection("settings")
                .findOneAndUpdate(
                        new Document("_id", "conversation-key"),
                        new Document("$setOnInsert", new Document("key", new Binary(fresh))),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        if (stored == null) {
            throw new IllegalStateException("The store didn't keep the conversation key");
        }
        return stored.get("key", Binary.class).getData();
    }
}
