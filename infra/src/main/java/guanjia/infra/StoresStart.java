package guanjia.infra;

import org.jspecify.annotations.Nullable;

/**
 * A start of the embedded stores that the end of the process may overtake, as SIGTERM does: {@link #close()} is registered where that end is
 * heard of, then {@link #run()} is called. Whichever comes first, no redis-server is left behind. Safe for use by several threads.
 */
public final class StoresStart implements AutoCloseable {
    private final StoresSettings settings;
    private @Nullable EmbeddedStores stores;
    private boolean closed;

    public StoresStart(StoresSettings settings) {
        this.settings = settings;
    }

    /**
     * Starts the stores.
     *
     * @throws DataDirectoryInUse as {@link EmbeddedStores#start(StoresSettings)}
     * @throws StoresNotStarted as there, and when {@link #close()} came first
     */
    public synchronized EmbeddedStores run() {
        if (closed) {
            throw new StoresNotStarted("The stores are not started because this process is ending.");
        }
        EmbeddedStores started = EmbeddedStores.start(settings);
        stores = started;
        return started;
    }

    /** Ends the stores; those that are starting, as soon as they have started. */
    @Override
    public synchronized void close() {
        closed = true;
        if (stores != null) {
            stores.close();
            stores = null;
        }
    }
}
