package guanjia.infra;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection in the file, ordered by {@code _id}. Changes go one at a time, under the monitor; reads need none, because a stored document is
 * never changed: the library, which changes documents in place, is handed copies only.
 */
final class StoredCollection extends AbstractMongoCollection<Key> {
    private final StoredMap<StoredDocument> documents;
    private final LongAdder examined;
    private final ThreadLocal<@Nullable Document> firstMatch = new ThreadLocal<>();
    private volatile List<SearchableIndex> searchable = List.of();
    private boolean changesOnlyTheFirst;

    /** @param examined counts the documents that queries look at */
    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            StoredMap<StoredDocument> documents,
            CursorRegistry cursors,
            LongAdder examined) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.examined = examined;
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        boolean changing = Thread.holdsLock(this);
        int most = changing && changesOnlyTheFirst ? 1 : limit;
        Optional<IndexSearch> search = IndexSearch.best(searchable, query, orderBy);
        if (search.isEmpty()) {
            Stream<Document> all = isNaturalDescending(orderBy) ? reversed() : all();
            return answer(all, changing, query, orderBy, skip, most, batchSize, projection);
        }
        boolean ordered = search.get().isOrderedBy(orderBy);
        boolean descending = ordered && IndexSearch.isDescending(orderBy);
        Stream<Document> found =
                search.get().positions(descending).map(this::stored).filter(Objects::nonNull);
        return answer(found, changing, query, ordered ? null : orderBy, skip, most, batchSize, projection);
    }

    private QueryResult answer(
            Stream<Document> candidates,
            boolean changing,
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Stream<Document> counted = candidates.peek(candidate -> examined.increment());
        if (!changing) {
            return matchDocumentsFromStream(counted, query, orderBy, skip, limit, batchSize, projection);
        }
        QueryResult result = matchDocumentsFromStream(counted, query, orderBy, skip, limit, 0, projection);
        return new QueryResult(List.copyOf(result.collectDocuments()));
    }

    /** Carries out a pipeline that reads this collection first, and of it only what its first stage matches. */
    Document beginningWith(Document match, Supplier<Document> pipeline) {
        firstMatch.set(match);
        try {
            return pipeline.get();
        } finally {
            firstMatch.remove();
        }
    }

    /** What pipelines read. */
    @Override
    public Stream<Document> queryAllAsStream() {
        Document match = firstMatch.get();
        firstMatch.remove(); // later stages may read this collection as a whole
        return handleQueryAsStream(match == null ? new Document() : match);
    }

    private Stream<Document> all() {
        return documents.values().map(StoredDocument::document);
    }

    private Stream<Document> reversed() {
        return documents.values(Key.EMPTY, Key.EMPTY.end(), true).map(StoredDocument::document);
    }

    private @Nullable Document stored(Key position) {
        StoredDocument stored = documents.get(position);
        return stored == null ? null : stored.document();
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, projection);
    }

    @Override
    protected Key addDocumentInternal(Document document) {
        Object id = getIdField() == null ? UUID.randomUUID() : document.get(getIdField());
        Key position = KeyWriter.of(id);
        documents.put(position, StoredDocument.of(document));
        return position;
    }

    /** The library changes the indexes first: they are changed back where the document can't be stored. */
    @Override
    protected void handleUpdate(Key position, Document before, Document after) {
        StoredDocument stored;
        try {
            stored = StoredDocument.of(after);
        } catch (RuntimeException e) {
            getIndexes().forEach(index -> index.updateInPlace(after, before, position, this));
            throw e;
        }
        documents.put(position, stored);
    }

    @Override
    protected void removeDocument(Key position) {
        documents.remove(position);
    }

    @Override
    protected @Nullable Document getDocument(Key position) {
        return stored(position);
    }

    @Override
    protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
        return all().map(document -> new DocumentWithPosition<>(document, KeyWriter.of(document.get("_id"))));
    }

    @Override
    public int count() {
        return Math.toIntExact(documents.size());
    }

    @Override
    public boolean isEmpty() {
        return documents.size() == 0;
    }

    /** Kept by nobody: it would cost one more stored value with each write. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {}

    @Override
    protected int getDataSize() {
        return 0;
    }

    @Override
    public synchronized void addIndex(Index<Key> index) {
        super.addIndex(index);
        rememberIndexes();
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
        rememberIndexes();
    }

    private void rememberIndexes() {
        searchable = getIndexes().stream().map(index -> (SearchableIndex) index).toList();
    }

    @Override
    public synchronized void addDocument(Document document) {
        super.addDocument(document);
    }

    @Override
    public synchronized List<Document> insertDocuments(List<Document> added, boolean ordered) {
        return super.insertDocuments(added, ordered);
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document change, ArrayFilters arrayFilters, boolean multi, boolean upsert, Oplog oplog) {
        changesOnlyTheFirst = !multi;
        try {
            return super.updateDocuments(selector, change, arrayFilters, multi, upsert, oplog);
        } finally {
            changesOnlyTheFirst = false;
        }
    }

    @Override
    public synchronized Document findAndModify(Document command) {
        return super.findAndModify(command);
    }

    @Override
    public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return super.deleteDocuments(selector, limit, oplog);
    }

    @Override
    public synchronized void removeDocument(Document document) {
        super.removeDocument(document);
    }

    @Override
    public synchronized void renameTo(MongoDatabase database, String name) {
        super.renameTo(database, name);
    }
}
