package guanjia.knowledge;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Estates' own glossary entries in MongoDB: one document an estate, entries as a list (terms may hold any character). */
final class StoredGlossary {
    private final MongoCollection<Document> stored;

    StoredGlossary(MongoDatabase database) {
        this.stored = database.getCollection("glossaries");
    }

    Map<String, List<String>> terms(String estate) {
        Map<String, List<String>> terms = new LinkedHashMap<>();
        Document found = stored.find(new Document("_id", estate)).first();
        if (found != null) {
            found.getList("terms", Document.class)
                    .forEach(each -> terms.put(each.getString("term"), each.getList("words", String.class)));
        }
        return terms;
    }

    void replace(String estate, Map<String, List<String>> terms) {
        List<Document> entries = terms.entrySet().stream()
                .map(each -> new Document("term", each.getKey()).append("words", List.copyOf(each.getValue())))
                .toList();
        Document document = new Document("_id", estate).append("terms", entries);
        stored.replaceOne(new Document("_id", estate), document, new ReplaceOptions().upsert(true));
    }
}
