package guanjia.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShippedVectorsTest {
    private static final Path SAMPLES = Path.of("src/main/resources/guanjia/knowledge/sample");

    private final VectorStore shipped = ShippedVectors.standard();

    @Test
    void coverEveryTextOfTheProductSoThatAFirstStartEmbedsNothing() throws Exception {
        List<String> keys =
                ShippedVectors.texts(SAMPLES).stream().map(Vectors::key).toList();

        assertThat(keys).hasSizeGreaterThan(800);
        assertThat(shipped.find(keys)).containsOnlyKeys(keys);
    }

    @Test
    void areWhatTheModelSaysOfTheText() throws Exception {
        List<String> texts = new ArrayList<>(ShippedVectors.texts(SAMPLES));

        for (int place = 0; place < texts.size(); place += 100) {
            String text = texts.get(place);
            String key = Vectors.key(text);
            double likeness = Embedder.cosine(shipped.find(List.of(key)).get(key), Fixture.EMBEDDER.imported(text));
            assertThat(likeness).as(text).isGreaterThan(0.999);
        }
    }

    @Test
    void needNoStoreWhileOtherTextsAreEmbeddedOnceAndKept() {
        Map<String, float[]> kept = new HashMap<>();
        Vectors vectors = new Vectors(shipped, keeping(kept), Fixture.EMBEDDER);
        String own = Examples.texts().getFirst();

        vectors.of(List.of(own, "这句话样本手册里没有"));
        assertThat(kept).containsOnlyKeys(Vectors.key("这句话样本手册里没有"));

        float[] marked = new float[] {1};
        kept.replaceAll((key, vector) -> marked);
        assertThat(vectors.of(List.of("这句话样本手册里没有")).values()).containsOnly(marked);
    }

    private static VectorStore keeping(Map<String, float[]> kept) {
        return new VectorStore() {
            @Override
            public Map<String, float[]> find(List<String> keys) {
                Map<String, float[]> found = new HashMap<>(kept);
                found.keySet().retainAll(keys);
                return found;
            }

            @Override
            public void save(Map<String, float[]> vectors) {
                kept.putAll(vectors);
            }
        };
    }
}
