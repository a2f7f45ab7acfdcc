package guanjia.knowledge;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Vectors of texts, kept for ever under the hash of model and text: a start embeds nothing, an edited section costs one embedding. 2 KB
 * each. A vector that is lost is only computed again.
 */
final class Vectors {
    private static final int AT_A_TIME = 500;

    private final MongoCollection<Document> stored;
    private final Embedder embedder;

    Vectors(MongoDatabase database, Embedder embedder) {
        this.stored = database.getCollection("handbookVectors");
        this.embedder = embedder;
    }

    /** The vector of each of these texts; what isn't stored is embedded and stored. */
    Map<String, float[]> of(Collection<String> texts) {
        Map<String, String> keys = new LinkedHashMap<>();
        texts.forEach(text -> keys.computeIfAbsent(text, Vectors::key));
        Map<String, float[]> known = find(List.copyOf(keys.values()));
        Map<String, float[]> vectors = new HashMap<>();
        keys.forEach((text, key) -> {
            float[] stored = known.get(key);
            vectors.put(text, stored != null ? stored : embed(key, text));
        });
        return vectors;
    }

    private Map<String, float[]> find(List<String> keys) {
        Map<String, float[]> found = new HashMap<>();
        for (int from = 0; from < keys.size(); from += AT_A_TIME) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + AT_A_TIME));
            for (Document each : stored.find(new Document("_id", new Document("$in", some)))) {
                found.put(each.getString("_id"), unpacked(each.get("vector", Binary.class)));
            }
        }
        return found;
    }

    private float[] embed(String key, String text) {
        float[] vector = embedder.imported(text);
        Document document = new Document("_id", key).append("vector", new Binary(packed(vector)));
        stored.replaceOne(new Document("_id", key), document, new ReplaceOptions().upsert(true));
        return vector;
    }

    static byte[] packed(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    static float[] unpacked(Binary bytes) {
        float[] vector = new float[bytes.length() / Float.BYTES];
        ByteBuffer.wrap(bytes.getData()).asFloatBuffer().get(vector);
        return vector;
    }

    static String key(String text) {
        return hash(Embedder.MODEL + "\n" + text);
    }

    static String hash(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
