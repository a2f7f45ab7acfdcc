package guanjia.knowledge;

import java.util.List;
import java.util.Map;

/** Where vectors are kept under the hash of model and text. Losing one costs one embedding. */
interface VectorStore {
    /** Keeps nothing: for a run that embeds all anyway. */
    VectorStore NONE = new VectorStore() {
        @Override
        public Map<String, float[]> find(List<String> keys) {
            return Map.of();
        }

        @Override
        public void save(Map<String, float[]> vectors) {}
    };

    /** Those of the keys that are known. */
    Map<String, float[]> find(List<String> keys);

    /** Keeps these under their keys; what is there already stays. */
    void save(Map<String, float[]> vectors);
}
