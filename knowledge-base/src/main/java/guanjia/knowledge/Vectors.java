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
import java.util.Objects;

/**
 * Vectors of texts under the hash of model and text: those of the product's own texts come with it, others are kept in the store for ever. A
 * start embeds nothing, an edited section costs one embedding. 2 KB each. A vector that is lost is only computed again.
 */
final class Vectors {
    /** Embedded between two writes: what a stop in the middle of a large handbook loses. */
    private static final int AT_A_TIME = 100;

    private final VectorStore shipped;
    private final VectorStore stored;
    private final Embedder embedder;

    /** @param shipped those that came with the product; looked into first */
    Vectors(VectorStore shipped, VectorStore stored, Embedder embedder) {
        this.shipped = shipped;
        this.stored = stored;
        this.embedder = embedder;
    }

    /** The vector of each of these texts; what is neither shipped nor stored is embedded and stored. */
    Map<String, float[]> of(Collection<String> texts) {
        Map<String, String> keys = new LinkedHashMap<>();
        texts.forEach(text -> keys.computeIfAbsent(text, Vectors::key));
        Map<String, float[]> known = known(keys.values());
        List<String> missing = keys.keySet().stream()
                .filter(text -> !known.containsKey(keys.get(text)))
                .toList();
        for (int from = 0; from < missing.size(); from += AT_A_TIME) {
            Map<String, float[]> embedded = new LinkedHashMap<>();
            embedder.imported(missing.subList(from, Math.min(missing.size(), from + AT_A_TIME)))
                    .forEach((text, vector) -> embedded.put(key(text), vector));
            stored.save(embedded);
            known.putAll(embedded);
        }
        Map<String, float[]> vectors = new HashMap<>();
        keys.forEach((text, key) -> vectors.put(text, Objects.requireNonNull(known.get(key))));
        return vectors;
    }

    private Map<String, float[]> known(Collection<String> keys) {
        Map<String, float[]> known = new HashMap<>(shipped.find(List.copyOf(keys)));
        List<String> elsewhere =
                keys.stream().filter(key -> !known.containsKey(key)).toList();
        if (!elsewhere.isEmpty()) {
            known.putAll(stored.find(elsewhere));
        }
        return known;
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
