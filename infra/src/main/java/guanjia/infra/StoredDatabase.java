package guanjia.infra;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A database in the file: one map a collection, one an index. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Key> {
    private final StoredMaps maps;
    private final LongAdder examined;

    /** @param examined counts the documents that queries look at */
    StoredDatabase(String name, StoredMaps maps, CursorRegistry cursors, LongAdder examined) {
        super(name, cursors);
        this.maps = maps;
        this.examined = examined;
        initializeNamespacesAndIndexes();
    }

    /** The library reads a whole collection before the first stage of a pipeline, whatever that asks for. */
    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        Supplier<Document> carryOut = () -> super.handleCommand(channel, command, query, databases, oplog);
        Document match = command.equalsIgnoreCase("aggregate") ? firstMatch(query) : null;
        return match != null
                        && resolveCollection(String.valueOf(query.get(command)), false)
                                instanceof StoredCollection collection
                ? collection.beginningWith(match, carryOut)
                : carryOut.get();
    }

    private static @Nullable Document firstMatch(Document aggregate) {
        return aggregate.get("pipeline") instanceof List<?> stages
                        && !stages.isEmpty()
                        && stages.get(0) instanceof Document first
                        && first.get("$match") instanceof Document match
                ? match
                : null;
    }

    @Override
    protected MongoCollection<Key> openOrCreateCollection(String name, CollectionOptions options) {
        return new StoredCollection(this, name, options, documentsOf(name), cursorRegistry, examined);
    }

    @Override
    protected Index<Key> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        boolean byId = keys.size() == 1 && keys.get(0).getKey().equals("_id");
        return byId
                ? new IdIndex(name, keys, documentsOf(collection))
                : new FieldIndex(name, keys, sparse, true, entriesOf(collection, name));
    }

    @Override
    protected Index<Key> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new FieldIndex(name, keys, sparse, false, entriesOf(collection, name));
    }

    @Override
    protected void dropIndex(MongoCollection<Key> collection, String name) {
        super.dropIndex(collection, name);
        maps.dropEntries(getFullCollectionNamespace(collection.getCollectionName()), name);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        maps.dropDocuments(getFullCollectionNamespace(name));
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        String namespace = collection.getFullName();
        super.moveCollection(from, collection, newName);
        maps.rename(namespace, getFullCollectionNamespace(newName));
    }

    @Override
    protected long getStorageSize() {
        return maps.bytesOfFile();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }

    private StoredMap<StoredDocument> documentsOf(String collection) {
        return maps.documents(getFullCollectionNamespace(collection));
    }

    private StoredMap<Key> entriesOf(String collection, String index) {
        return maps.entries(getFullCollectionNamespace(collection), index);
    }
}
