package guanjia.infra;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** A MongoDB on loopback, on a file or in memory. */
final class EmbeddedMongo implements AutoCloseable {
    /** A thread waits while its command is committed; so many commands share a commit. */
    private static final int WORKERS = 32;

    private final MongoServer server;
    private final Housekeeper housekeeper;
    private final int port;

    private EmbeddedMongo(MongoServer server, Housekeeper housekeeper, int port) {
        this.server = server;
        this.housekeeper = housekeeper;
        this.port = port;
    }

    /**
     * @param port 0 for a free one
     * @throws StoresNotStarted if the file can't be opened or the port is taken
     */
    static EmbeddedMongo start(@Nullable Path path, int port) {
        StoreFile file = open(path);
        MongoServer server = new MongoServer(new DurableBackend(file));
        try {
            server.bind(new InetSocketAddress("127.0.0.1", port), 1, WORKERS);
        } catch (RuntimeException e) {
            throw new StoresNotStarted("The embedded MongoDB did not start on port " + port + ": " + e.getMessage(), e);
        }
        return new EmbeddedMongo(
                server, Housekeeper.start(file), server.getLocalAddress().getPort());
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        housekeeper.close();
        server.shutdownNow();
    }

    private static StoreFile open(@Nullable Path path) {
        try {
            return new StoreFile(path);
        } catch (MVStoreException e) {
            throw new StoresNotStarted("The MongoDB file " + path + " can't be opened: " + e.getMessage(), e);
        }
    }
}
