package guanjia.infra;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStoreException;
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

    private static final Set<String> WHOLLY = Set.of("drop", "dropindexes", "dropdatabase", "renamecollection");

    private static final int OUT_OF_DISK_SPACE = 14031;
    private static final int INTERNAL_ERROR = 1;

    private final StoreFile file;
    private final Map<String, MongoDatabase> open = new ConcurrentHashMap<>();
    private final ReentrantReadWriteLock opening = new ReentrantReadWriteLock();
    private final LongAdder examined = new LongAdder();

    DurableBackend(StoreFile file) {
        this.file = file;
        openAll();
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
        Supplier<Document> carryOut = () -> super.handleCommand(channel, database, command, query);
        try {
            return switch (command.toLowerCase(Locale.ROOT)) {
                case "hello" ->
                    super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true);
                case "serverstatus" -> withExamined(carryOut.get());
                default -> isWrite(command, query) ? counted(query, write(command, carryOut)) : read(carryOut);
            };
        } catch (MongoServerException e) {
            throw e;
        } catch (RuntimeException e) {
            throw broken(command, e);
        }
    }

    private Document write(String name, Supplier<Document> command) {
        if (!file.space().forWrites()) {
            throw new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", "the disk of the data directory is full");
        }
        Supplier<Document> reading = () -> file.reading(command);
        return meanwhileOpen(() -> WHOLLY.contains(name.toLowerCase(Locale.ROOT))
                ? file.commits().wholly(reading)
                : file.commits().durably(reading));
    }

    /** What was read while a write failed may hold that write: it is read again from what was acknowledged. */
    private Document read(Supplier<Document> command) {
        return meanwhileOpen(() -> readIfWhole(command)).orElseGet(() -> {
            reopenIfBroken();
            return meanwhileOpen(() -> readIfWhole(command))
                    .orElseThrow(() -> new IllegalStateException("the file can't be opened again"));
        });
    }

    private Optional<Document> readIfWhole(Supplier<Document> command) {
        try {
            Document answer = file.reading(command);
            return file.store().isClosed() ? Optional.empty() : Optional.of(answer);
        } catch (MVStoreException e) {
            if (file.store().isClosed()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The maps that a command works on are those of one opening of the file. */
    private <T> T meanwhileOpen(Supplier<T> command) {
        opening.readLock().lock();
        try {
            return command.get();
        } finally {
            opening.readLock().unlock();
        }
    }

    /** The library counts what was to be inserted, not what was. */
    private static Document counted(Document query, Document answer) {
        if (query.get("documents") instanceof Collection<?> documents
                && answer.get("writeErrors") instanceof List<?> errors
                && errors.get(0) instanceof Document first) {
            boolean ordered = Utils.isTrue(query.get("ordered"));
            answer.put("n", ordered ? first.get("index") : (Integer) (documents.size() - errors.size()));
        }
        return answer;
    }

    /** As MongoDB reports it: how many documents queries have looked at. */
    private Document withExamined(Document status) {
        if (status.get("metrics") instanceof Document metrics) {
            metrics.put("queryExecutor", new Document("scannedObjects", examined.sum()));
        }
        return status;
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
        if (file.store().isClosed()) {
            reopenIfBroken(); // which says why, once for all commands that met it
        } else {
            // Only the kind and the place: messages of the library quote documents.
            StackTraceElement[] places = cause.getStackTrace();
            LOG.error("{} failed: {} at {}", command, cause.getClass().getName(), places.length == 0 ? "?" : places[0]);
        }
        return new MongoServerError(INTERNAL_ERROR, "InternalError", "the command could not be carried out");
    }

    private void reopenIfBroken() {
        if (!file.store().isClosed()) {
            return;
        }
        opening.writeLock().lock();
        try {
            if (file.reopenIfBroken()) {
                open.clear();
                super.close();
                openAll();
            }
        } finally {
            opening.writeLock().unlock();
        }
    }

    /** Also those that nobody asks for: the blocks of maps that aren't open can't be moved, and the file would grow. */
    private void openAll() {
        file.maps().databases().forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return open.computeIfAbsent(name, key -> new StoredDatabase(key, file.maps(), getCursorRegistry(), examined));
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
