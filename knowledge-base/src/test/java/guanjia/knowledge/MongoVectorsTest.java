package guanjia.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.infra.TestStores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MongoVectorsTest {
    private final MongoVectors vectors = new MongoVectors(TestStores.freshDatabase());

    @Test
    void keepsMoreThanOneQueryCanAskFor() {
        Map<String, float[]> many = new HashMap<>();
        for (int number = 0; number < 1_200; number++) {
            many.put("key" + number, new float[] {number, -0.5f});
        }

        vectors.save(many);

        assertThat(vectors.find(List.copyOf(many.keySet()))).hasSize(1_200);
        assertThat(vectors.find(List.of("key7", "unknown"))).containsOnlyKeys("key7");
        assertThat(vectors.find(List.of("key7")).get("key7")).containsExactly(7, -0.5f);
    }

    @Test
    void takesTheNewOnesWhenAnotherProcessWasFasterWithSome() {
        vectors.save(Map.of("a", new float[] {1}));

        vectors.save(Map.of("a", new float[] {1}, "b", new float[] {2}));

        assertThat(vectors.find(List.of("a", "b"))).containsOnlyKeys("a", "b");
    }
}
