package guanjia.infra;

import java.util.function.Function;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An ordered map in the file; what is changed in it stands in the journal too, in the order in which it was changed. Changed by one thread at a
 * time, read by any.
 */
final class StoredMap<V> {
    private final MVMap<Key, V> map;
    private final Function<V, byte[]> encoding;
    private final @Nullable Journal journal;

    /** @param journal none where nothing outlives the process */
    StoredMap(MVMap<Key, V> map, Function<V, byte[]> encoding, @Nullable Journal journal) {
        this.map = map;
        this.encoding = encoding;
        this.journal = journal;
    }

    @Nullable
    V get(Key key) {
        return map.get(key);
    }

    boolean has(Key key) {
        return map.containsKey(key);
    }

    void put(Key key, V value) {
        map.put(key, value);
        if (journal != null) {
            journal.record(map.getName(), key, encoding.apply(value));
        }
    }

    void remove(Key key) {
        if (map.remove(key) != null && journal != null) {
            journal.record(map.getName(), key, null);
        }
    }

    long size() {
        return map.sizeAsLong();
    }

    /** Keys of a range, see {@link Cursors}. */
    Stream<Key> keys(Key from, Key to, boolean descending) {
        return Cursors.keys(map, from, to, descending);
    }

    /** Values of a range. */
    Stream<V> values(Key from, Key to, boolean descending) {
        return Cursors.values(map, from, to, descending);
    }

    /** All values, in order. */
    Stream<V> values() {
        return map.values().stream();
    }
}
