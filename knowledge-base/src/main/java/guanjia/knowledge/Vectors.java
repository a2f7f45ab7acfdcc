package guanjia.knowledge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Vectors of texts, kept for ever under the hash of model and text: a start embeds nothing, an edited section costs one embedding. 2 KB
 * each. A vector that is lost is only computed again.
 */
final class Vectors {
    private final VectorStore stored;
    private final Embedder embedder;

    Vectors(VectorStore stored, Embedder embedder) {
        this.stored = stored;
        this.embedder = embedder;
    }

    /** The vector of each of these texts; what isn't stored is embedded and stored. */
    Map<String, float[]> of(Collection<String> texts) {
        Map<String, String> keys = new LinkedHashMap<>();
        texts.forEach(text -> keys.computeIfAbsent(text, Vectors::key));
        Map<String, float[]> known = stored.find(List.copyOf(keys.values()));
        Map<String, float[]> vectors = new HashMap<>();
        keys.forEach((text, key) -> {
            float[] stored = known.get(key);
            vectors.put(text, stored != null ? stored : embed(key, text));
        });
        return vectors;
    }

    private float[] embed(String key, String text) {
        float[] vector = embedder.imported(text);
        stored.save(key, vector);
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
