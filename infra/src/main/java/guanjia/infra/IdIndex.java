package guanjia.infra;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.stream.Stream;

/** The index on {@code _id}: the documents themselves, which are kept in that order; so it can't disagree with them. */
final class IdIndex extends SearchableIndex {
    private static final int DOTTED_NAME = 57;

    private final StoredMap<StoredDocument> documents;

    IdIndex(String name, List<IndexKey> keys, StoredMap<StoredDocument> documents) {
        super(name, keys, false);
        this.documents = documents;
    }

    @Override
    Stream<Key> positions(Key from, Key to, boolean descending) {
        return documents.keys(from, to, descending);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        if (documents.has(getPosition(document))) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get("_id")));
        }
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {}

    @Override
    public Key remove(Document document) {
        return getPosition(document);
    }

    /** The library would refuse such a name too, but only after it changed the other indexes. */
    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {
        if (after.keySet().stream().anyMatch(field -> field.contains("."))) {
            throw new MongoServerError(DOTTED_NAME, "DottedFieldName", "the name of a field can't contain a dot");
        }
    }

    @Override
    public void updateInPlace(Document before, Document after, Key position, MongoCollection<Key> collection) {}

    @Override
    public long getCount() {
        return documents.size();
    }

    @Override
    public boolean isUnique() {
        return true;
    }
}
