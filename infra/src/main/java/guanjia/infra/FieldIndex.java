package guanjia.infra;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An index on other fields than {@code _id}, kept in the file. A unique one maps values → position, any other values and position → position.
 * An array is indexed by each of its elements. Changed only under its collection's monitor; searched by anybody.
 */
final class FieldIndex extends SearchableIndex {
    private final StoredMap<Key> entries;
    private final boolean unique;

    FieldIndex(String name, List<IndexKey> keys, boolean sparse, boolean unique, StoredMap<Key> entries) {
        super(name, keys, sparse);
        this.entries = entries;
        this.unique = unique;
    }

    @Override
    Stream<Key> positions(Key from, Key to, boolean descending) {
        return entries.values(from, to, descending);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        refuseKeysOfOthers(document, collection);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {
        refuseKeysOfOthers(after, collection);
    }

    private void refuseKeysOfOthers(Document document, MongoCollection<Key> collection) {
        if (!unique && fields().size() == 1) {
            return; // others may have the same key, and one field can't hold two arrays
        }
        Set<Key> keys = keysOf(document);
        Key own = getPosition(document);
        for (Key key : unique ? keys : Set.<Key>of()) {
            Key position = entries.get(key);
            if (position != null && !position.equals(own)) {
                throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(valuesOf(document)));
            }
        }
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {
        entriesOf(document, position).forEach(key -> entries.put(key, position));
    }

    @Override
    public Key remove(Document document) {
        Key position = getPosition(document);
        entriesOf(document, position).forEach(entries::remove);
        return position;
    }

    /** Adds before it removes, so that who reads meanwhile misses no document. */
    @Override
    public void updateInPlace(Document before, Document after, Key position, MongoCollection<Key> collection) {
        if (valuesOf(before).equals(valuesOf(after))) {
            return;
        }
        List<Key> old = entriesOf(before, position);
        List<Key> now = entriesOf(after, position);
        now.stream().filter(key -> !old.contains(key)).forEach(key -> entries.put(key, position));
        old.stream().filter(key -> !now.contains(key)).forEach(entries::remove);
    }

    @Override
    public long getCount() {
        return entries.size();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    private List<Key> entriesOf(Document document, Key position) {
        return keysOf(document).stream()
                .map(key -> unique ? key : key.followedBy(position))
                .toList();
    }

    private Set<Key> keysOf(Document document) {
        List<Object> values = valuesOf(document);
        Set<Key> keys = new LinkedHashSet<>();
        if (leavesOutDocumentsWithoutFields() && values.stream().allMatch(Missing.class::isInstance)) {
            return keys;
        }
        if (values.stream().filter(Collection.class::isInstance).count() > 1) {
            getKeyValues(document); // refuses parallel arrays, as MongoDB does
        }
        collect(values, 0, keys);
        return keys;
    }

    private List<Object> valuesOf(Document document) {
        List<Object> values = new ArrayList<>();
        for (String field : fields()) {
            values.add(Utils.getSubdocumentValueCollectionAware(document, field));
        }
        return values;
    }

    private static void collect(List<Object> values, int at, Set<Key> into) {
        if (at == values.size()) {
            into.add(KeyWriter.of(values));
        } else if (values.get(at) instanceof Collection<?> elements) {
            Collection<?> indexed = elements.isEmpty() ? List.of(KeyWriter.NO_ELEMENTS) : elements;
            for (Object element : indexed) {
                List<Object> one = new ArrayList<>(values);
                one.set(at, element);
                collect(one, at + 1, into);
            }
        } else {
            collect(values, at + 1, into);
        }
    }
}
