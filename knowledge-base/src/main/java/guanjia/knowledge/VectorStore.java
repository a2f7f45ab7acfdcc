package guanjia.knowledge;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where vectors are kept under the hash of model and text. Losing one costs one embedding. */
interface VectorStore {
    /** Keeps nothing: for a run that embeds all anyway. */
    VectorStore NONE = readOnly(keys -> Map.of());

    /** @param known those of the keys that are known; others may be among them */
    static VectorStore readOnly(Function<List<String>, Map<String, float[]>> known) {
        return new VectorStore() {
            @Override
            public Map<String, float[]> find(List<String> keys) {
                return known.apply(keys);
            }

            @Override
            public void save(Map<String, float[]> vectors) {}
        };
    }

    /** Those of the keys that are known. */
    Map<String, float[]> find(List<String> keys);

    /** Keeps these under their keys; what is there already stays. */
    void save(Map<String, float[]> vectors);
}
