package guanjia.infra;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded MongoDB's commands over a {@link StoreFile}: a command that writes is answered when it is durable. When the file can't be written
 * (disk full), commands fail with an error and the file is opened again, at what was acknowledged, as soon as it can be.
 */
final class DurableBackend extends AbstractMongoBackend {
    private static final Logger LOG = LoggerFactory.getLogger(DurableBackend.class);

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase",
            "renamecollection");

    private static final int OUT_OF_DISK_SPACE = 14031;
    private static final int INTERNAL_ERROR = 1;

    private final StoreFile file;
    private final Map<String, MongoDatabase> open = new ConcurrentHashMap<>();

    DurableBackend(StoreFile file) {
        this.file = file;
        StoredDatabase.namesIn(file.store()).forEach(this::resolveDatabase);
    }

    /** Answers errors without logging the command: it may hold personal data. */
    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } catch (MongoServerException e) {
            return error(e);
        }
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (command.equalsIgnoreCase("hello")) {
            return super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true);
        }
        try {
            return isWrite(command, query)
                    ? write(channel, database, command, query)
                    : super.handleCommand(channel, database, command, query);
        } catch (MongoServerException e) {
            throw e;
        } catch (RuntimeException e) {
            throw broken(command, e);
        }
    }

    private Document write(Channel channel, String database, String command, Document query) {
        if (!file.hasSpace()) {
            throw new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", "the disk of the data directory is full");
        }
        return file.commits().durably(() -> super.handleCommand(channel, database, command, query));
    }

    private static boolean isWrite(String command, Document query) {
        return WRITES.contains(command.toLowerCase(Locale.ROOT))
                || command.equalsIgnoreCase("aggregate")
                        && query.get("pipeline") instanceof Collection<?> stages
                        && stages.stream()
                                .anyMatch(stage -> stage instanceof Document step
                                        && (step.containsKey("$out") || step.containsKey("$merge")));
    }

    private MongoServerException broken(String command, RuntimeException cause) {
        // Only the kind and the place: messages of the library quote documents.
        LOG.error("{} failed: {} at {}", command, cause.getClass().getName(), cause.getStackTrace()[0]);
        if (file.reopenIfBroken()) {
            open.clear();
            super.close();
        }
        return new MongoServerError(INTERNAL_ERROR, "InternalError", "the command could not be carried out");
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return open.computeIfAbsent(name, key -> new StoredDatabase(key, file.store(), getCursorRegistry()));
    }

    @Override
    public void dropDatabase(String name) {
        open.remove(name);
        super.dropDatabase(name);
    }

    @Override
    public void close() {
        super.close();
        file.close();
    }

    private static Document error(MongoServerException e) {
        Document answer = new Document("ok", 0)
                .append("$err", e.getMessageWithoutErrorCode())
                .append("errmsg", e.getMessageWithoutErrorCode());
        if (e instanceof MongoServerError error) {
            answer.append("code", error.getCode());
            answer.putIfNotNull("codeName", error.getCodeName());
        }
        return answer;
    }
}
