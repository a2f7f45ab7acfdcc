package guanjia.knowledge;

import guanjia.knowledge.reading.UnreadableHandbook;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Vectors of the product's own texts (sample handbooks, example sentences), made by the build, so that a first start embeds nothing. Keyed by
 * the hash of model and text: one that is missing or belongs to other words costs an embedding, never a wrong answer. Read from the file at each
 * use, some 30 ms: kept in memory, those that are only learned from would be 5 MB of waste.
 */
public final class ShippedVectors {
    private static final String RESOURCE = "vectors.bin";
    private static final int KEY_BYTES = 32;

    private ShippedVectors() {}

    /**
     * For the build: {@code ShippedVectors <file> <folder with a sub-folder of handbooks for each estate>} brings the file up to date, embedding
     * only what it hasn't; about 10 s from nothing.
     */
    public static void main(String[] arguments) throws IOException, UnreadableHandbook {
        Path file = Path.of(arguments[0]);
        Set<String> texts = texts(Path.of(arguments[1]));
        Map<String, float[]> before = Files.exists(file) ? read(Files.newInputStream(file), key -> true) : Map.of();
        if (before.keySet().equals(keys(texts))) {
            return;
        }
        Map<String, float[]> after = new TreeMap<>();
        try (Embedder embedder = new Embedder(2)) {
            Vectors vectors = new Vectors(VectorStore.readOnly(keys -> before), VectorStore.NONE, embedder);
            vectors.of(texts).forEach((text, vector) -> after.put(Vectors.key(text), vector));
        }
        write(after, file);
    }

    /** Reads what is asked for; nothing when no vectors were built. Safe for use by many threads. */
    static VectorStore standard() {
        return VectorStore.readOnly(keys -> {
            InputStream in = ShippedVectors.class.getResourceAsStream(RESOURCE);
            return in == null ? Map.of() : read(in, Set.copyOf(keys)::contains);
        });
    }

    /** What is to be shipped. */
    static Set<String> texts(Path handbooks) throws IOException, UnreadableHandbook {
        Set<String> texts = new TreeSet<>(Examples.texts());
        texts.addAll(Learned.texts(Normaliser.standard()));
        HandbookFolder.estates(handbooks, Instant.EPOCH)
                .values()
                .forEach(entries -> texts.addAll(Indexed.texts(entries)));
        return texts;
    }

    private static Set<String> keys(Set<String> texts) {
        Set<String> keys = new TreeSet<>();
        texts.forEach(text -> keys.add(Vectors.key(text)));
        return keys;
    }

    private static Map<String, float[]> read(InputStream from, Predicate<String> wanted) {
        Map<String, float[]> vectors = new TreeMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(from, 1 << 16))) {
            int count = in.readInt();
            int length = in.readInt();
            for (int place = 0; place < count; place++) {
                String key = HexFormat.of().formatHex(in.readNBytes(KEY_BYTES));
                byte[] packed = in.readNBytes(length * Float.BYTES);
                if (packed.length < length * Float.BYTES) {
                    throw new EOFException("The build's vectors end early: delete " + RESOURCE + " and build again");
                }
                if (wanted.test(key)) {
                    vectors.put(key, MongoVectors.unpacked(packed));
                }
            }
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Map<String, float[]> vectors, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(vectors.size());
            out.writeInt(vectors.values().stream()
                    .mapToInt(vector -> vector.length)
                    .max()
                    .orElse(0));
            for (Map.Entry<String, float[]> each : vectors.entrySet()) {
                out.write(HexFormat.of().parseHex(each.getKey()));
                out.write(MongoVectors.packed(each.getValue()));
            }
        }
    }
}
