package guanjia.knowledge;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;

/** Vectors in MongoDB, 2 KB each; kept for ever, since a section may come back to earlier words. */
final class MongoVectors implements VectorStore {
    private static final int AT_A_TIME = 500;

    private final MongoCollection<Document> stored;

    MongoVectors(MongoDatabase database) {
        this.stored = database.getCollection("handbookVectors");
    }

    @Override
    public Map<String, float[]> find(List<String> keys) {
        Map<String, float[]> found = new HashMap<>();
        for (int from = 0; from < keys.size(); from += AT_A_TIME) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + AT_A_TIME));
            for (Document each : stored.find(new Document("_id", new Document("$in", some)))) {
                found.put(each.getString("_id"), unpacked(each.get("vector", Binary.class)));
            }
        }
        return found;
    }

    @Override
    public void save(Map<String, float[]> vectors) {
        List<Document> documents = vectors.entrySet().stream()
                .map(each -> new Document("_id", each.getKey()).append("vector", new Binary(packed(each.getValue()))))
                .toList();
        if (documents.isEmpty()) {
            return;
        }
        try {
            stored.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            boolean othersWereFaster =
                    e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!othersWereFaster) {
                throw e;
            }
        }
    }

    static byte[] packed(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    static float[] unpacked(Binary bytes) {
        return unpacked(bytes.getData());
    }

    static float[] unpacked(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }
}
