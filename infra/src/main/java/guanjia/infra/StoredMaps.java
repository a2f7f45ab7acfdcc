package guanjia.infra;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/** The maps of the file: the documents of each collection, and the entries of each of its indexes. */
final class StoredMaps {
    private static final String DOCUMENTS = "documents.";
    private static final String ENTRIES = "index.";

    private final MVStore store;
    private final @Nullable Journal journal;

    /** @param journal none where nothing outlives the process */
    StoredMaps(MVStore store, @Nullable Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /** The names of the databases in the file. */
    Set<String> databases() {
        return store.getMapNames().stream()
                .filter(map -> map.startsWith(DOCUMENTS))
                .map(map -> map.substring(DOCUMENTS.length()))
                .map(namespace -> namespace.substring(0, namespace.indexOf('.')))
                .collect(Collectors.toSet());
    }

    StoredMap<StoredDocument> documents(String namespace) {
        return new StoredMap<>(documentsIn(DOCUMENTS + namespace), StoredDocument::bson, journal);
    }

    StoredMap<Key> entries(String namespace, String index) {
        return new StoredMap<>(entriesIn(entriesName(namespace, index)), Key::bytes, journal);
    }

    void dropDocuments(String namespace) {
        store.removeMap(DOCUMENTS + namespace);
    }

    void dropEntries(String namespace, String index) {
        store.removeMap(entriesName(namespace, index));
    }

    /** Gives a collection and its indexes another name. */
    void rename(String namespace, String newNamespace) {
        String documents = DOCUMENTS + namespace;
        String entries = ENTRIES + namespace + "/";
        for (String map : List.copyOf(store.getMapNames())) {
            if (map.equals(documents)) {
                store.renameMap(documentsIn(map), DOCUMENTS + newNamespace);
            } else if (map.startsWith(entries)) {
                store.renameMap(entriesIn(map), entriesName(newNamespace, map.substring(entries.length())));
            }
        }
    }

    /** Makes a change of the journal again; one that was made already changes nothing. */
    static void repeat(MVStore store, Journal.Change change) {
        if (change.map().startsWith(DOCUMENTS)) {
            MVMap<Key, StoredDocument> documents = documentsIn(store, change.map());
            put(documents, change.key(), change.value() == null ? null : StoredDocument.encoded(change.value()));
        } else {
            MVMap<Key, Key> entries = entriesIn(store, change.map());
            put(entries, change.key(), change.value() == null ? null : new Key(change.value()));
        }
    }

    private static <V> void put(MVMap<Key, V> map, Key key, @Nullable V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    long bytesOfFile() {
        return store.getFileStore() == null ? 0 : store.getFileStore().size();
    }

    private MVMap<Key, StoredDocument> documentsIn(String map) {
        return documentsIn(store, map);
    }

    private MVMap<Key, Key> entriesIn(String map) {
        return entriesIn(store, map);
    }

    private static MVMap<Key, StoredDocument> documentsIn(MVStore store, String map) {
        return open(store, map, new StoredDocument.Type());
    }

    private static MVMap<Key, Key> entriesIn(MVStore store, String map) {
        return open(store, map, new KeyType());
    }

    private static String entriesName(String namespace, String index) {
        return ENTRIES + namespace + "/" + index;
    }

    private static <V> MVMap<Key, V> open(MVStore store, String map, DataType<V> values) {
        return store.openMap(
                map, new MVMap.Builder<Key, V>().keyType(new KeyType()).valueType(values));
    }
}
