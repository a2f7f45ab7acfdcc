package guanjia.infra;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/** Ranges of an ordered map as streams that read no further than they are asked; each sees the map as it was when the stream began. */
final class Cursors {
    private Cursors() {}

    static <V> Stream<Key> keys(MVMap<Key, V> map, Key from, Key to, boolean descending) {
        return stream(cursor(map, from, to, descending));
    }

    static <V> Stream<V> values(MVMap<Key, V> map, Key from, Key to, boolean descending) {
        Cursor<Key, V> cursor = cursor(map, from, to, descending);
        return stream(cursor).map(key -> cursor.getValue());
    }

    private static <V> Cursor<Key, V> cursor(MVMap<Key, V> map, Key from, Key to, boolean descending) {
        return descending ? map.cursor(to, from, true) : map.cursor(from, to, false);
    }

    private static <V> Stream<Key> stream(Cursor<Key, V> cursor) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
