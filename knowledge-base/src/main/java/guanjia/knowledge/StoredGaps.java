package guanjia.knowledge;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import guanjia.stores.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/** Groups of unanswered questions in MongoDB, each with the vector of its first question. Masked before they come here. */
final class StoredGaps {
    /** As alike as two wordings of one question usually are with this model. */
    private static final double ALIKE = 0.85;

    /** Of other wordings, shown and kept: a group that half an estate asks about stays a small document. */
    private static final int EXAMPLES = 5;

    private static final int LOOKED_THROUGH = 500;

    private final MongoCollection<Document> stored;

    StoredGaps(MongoDatabase database) {
        this.stored = database.getCollection("gaps");
        Schema.bring(database, "knowledge.gaps", db -> db.getCollection("gaps")
                .createIndex(new Document("estate", 1).append("last", -1)));
    }

    void add(String estate, String question, float[] vector, String nearest, Instant at) {
        Optional<Document> known = alike(estate, vector);
        String id = known.map(group -> group.getString("_id"))
                .orElseGet(() -> estate + "/" + Vectors.hash(question).substring(0, 16));
        boolean full = known.filter(group -> examples(group).size() > EXAMPLES).isPresent();
        Document first = new Document("estate", estate)
                .append("question", question)
                .append("vector", new Binary(MongoVectors.packed(vector)))
                .append("nearest", nearest)
                .append("first", Date.from(at));
        Document change = new Document("$setOnInsert", first)
                .append("$inc", new Document("count", 1L))
                .append("$set", new Document("last", Date.from(at)).append("resolved", false));
        if (!full) {
            change.append("$addToSet", new Document("examples", question));
        }
        stored.updateOne(new Document("_id", id), change, new UpdateOptions().upsert(true));
    }

    List<Gaps.Gap> newest(String estate, int limit) {
        List<Gaps.Gap> gaps = new ArrayList<>();
        stored.find(new Document("estate", estate).append("resolved", false))
                .sort(new Document("last", -1))
                .limit(limit)
                .forEach(each -> gaps.add(gap(each)));
        return gaps;
    }

    boolean resolve(String estate, String id) {
        Document which = new Document("_id", id).append("estate", estate);
        Document change = new Document("$set", new Document("resolved", true));
        return stored.updateOne(which, change).getMatchedCount() == 1;
    }

    private Optional<Document> alike(String estate, float[] vector) {
        Optional<Document> best = Optional.empty();
        double likeness = ALIKE;
        for (Document each : stored.find(new Document("estate", estate))
                .sort(new Document("last", -1))
                .limit(LOOKED_THROUGH)) {
            double cosine = Embedder.cosine(MongoVectors.unpacked(each.get("vector", Binary.class)), vector);
            if (cosine >= likeness) {
                likeness = cosine;
                best = Optional.of(each);
            }
        }
        return best;
    }

    private static List<String> examples(Document group) {
        return group.getList("examples", String.class, List.of());
    }

    private static Gaps.Gap gap(Document read) {
        String question = read.getString("question");
        List<String> others = examples(read).stream()
                .filter(example -> !example.equals(question))
                .limit(EXAMPLES)
                .toList();
        return new Gaps.Gap(
                read.getString("_id"),
                question,
                others,
                read.get("count", Number.class).longValue(),
                read.getDate("first").toInstant(),
                read.getDate("last").toInstant(),
                read.getString("nearest"));
    }
}
