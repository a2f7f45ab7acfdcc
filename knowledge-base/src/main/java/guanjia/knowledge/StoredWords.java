package guanjia.knowledge;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Words of questions that nothing matched, counted in MongoDB. Masked before they come here. */
final class StoredWords {
    private final MongoCollection<Document> stored;

    StoredWords(MongoDatabase database) {
        this.stored = database.getCollection("unmatchedWords");
    }

    void count(String estate, String word, Instant at) {
        Document change = new Document("$inc", new Document("count", 1L))
                .append(
                        "$set",
                        new Document("estate", estate).append("word", word).append("last", Date.from(at)));
        stored.updateOne(new Document("_id", estate + "/" + word), change, new UpdateOptions().upsert(true));
    }

    List<Glossary.UnmatchedWord> mostFrequent(String estate, int limit) {
        List<Glossary.UnmatchedWord> words = new ArrayList<>();
        stored.find(new Document("estate", estate))
                .sort(new Document("count", -1).append("last", -1))
                .limit(limit)
                .forEach(each -> words.add(new Glossary.UnmatchedWord(
                        each.getString("word"),
                        each.get("count", Number.class).longValue(),
                        each.getDate("last").toInstant())));
        return words;
    }
}
