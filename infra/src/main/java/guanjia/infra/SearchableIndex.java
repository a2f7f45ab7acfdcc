package guanjia.infra;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.stream.Stream;

/** An index that can be searched by its first fields and read in its order; positions are the keys of the documents' {@code _id}s. */
abstract class SearchableIndex extends Index<Key> {
    SearchableIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    /** The indexed fields, in order. */
    final List<String> fields() {
        return keys();
    }

    final boolean leavesOutDocumentsWithoutFields() {
        return isSparse();
    }

    /** Positions of the documents with a key from {@code from} to {@code to}, in order; a document with several such keys comes several times. */
    abstract Stream<Key> positions(Key from, Key to, boolean descending);

    /** Searching goes through {@link IndexSearch}, which asks more of an index than the library does. */
    @Override
    public final boolean canHandle(Document query) {
        return false;
    }

    @Override
    public final Iterable<Key> getPositions(Document query) {
        throw new UnsupportedOperationException("searched by IndexSearch");
    }

    @Override
    public final Key getPosition(Document document) {
        return KeyWriter.of(document.get("_id"));
    }

    @Override
    public final long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {}
}
