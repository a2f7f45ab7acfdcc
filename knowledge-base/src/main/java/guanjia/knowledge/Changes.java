package guanjia.knowledge;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** A number for each estate that grows with every change of its handbooks, glossary or notices: how processes notice. */
final class Changes {
    private final MongoCollection<Document> stored;

    Changes(MongoDatabase database) {
        this.stored = database.getCollection("knowledgeVersions");
    }

    /** To be called after the change is stored. */
    void happened(String estate) {
        stored.updateOne(
                new Document("_id", estate),
                new Document("$inc", new Document("version", 1L)),
                new UpdateOptions().upsert(true));
    }

    /** To be read before what it counts: a change in between is then seen at the next look. */
    long version(String estate) {
        Document found = stored.find(new Document("_id", estate)).first();
        return found == null ? 0 : number(found);
    }

    Map<String, Long> all() {
        Map<String, Long> versions = new HashMap<>();
        stored.find().forEach(each -> versions.put(each.getString("_id"), number(each)));
        return versions;
    }

    private static long number(Document found) {
        return found.get("version", Number.class).longValue();
    }
}
