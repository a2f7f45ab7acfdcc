package guanjia.knowledge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was worked out lately, for words that people say again and again. Holds for what always comes out the same. Who asks for the same at the
 * same time may both work it out. Safe for use by many threads.
 */
final class Recent<K, V> {
    private final Map<K, V> values;

    /** @param most how many are kept; beyond, the one that was longest not asked for goes */
    Recent(int most) {
        this.values = new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What is remembered of this, or else is worked out now. */
    V of(K key, Function<K, V> workOut) {
        synchronized (values) {
            V known = values.get(key);
            if (known != null) {
                return known;
            }
        }
        V value = workOut.apply(key);
        synchronized (values) {
            values.put(key, value);
        }
        return value;
    }
}
