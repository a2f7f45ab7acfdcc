package guanjia.infra;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A MongoDB on loopback, on a file or in memory. */
final class EmbeddedMongo implements AutoCloseable {
    /** A thread waits while its command is committed; so many commands share a commit. */
    private static final int WORKERS = 32;

    private final MongoServer server;
    private final int port;

    private EmbeddedMongo(MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** @param port 0 for a free one */
    static EmbeddedMongo start(@Nullable Path file, int port) {
        MongoServer server = new MongoServer(new DurableBackend(new StoreFile(file)));
        server.bind(new InetSocketAddress("127.0.0.1", port), 1, WORKERS);
        return new EmbeddedMongo(server, server.getLocalAddress().getPort());
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
