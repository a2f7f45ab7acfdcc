package guanjia.infra;

import java.nio.file.Path;
import java.util.Set;

/**
 * Where and how the embedded stores run.
 *
 * @param directory holds the stores' files; belongs to one process at a time
 * @param which at least one; the other is somewhere else
 * @param mongoPort on loopback; 0 takes a free one
 * @param redisPort on loopback; 0 takes a free one
 * @param mongoInMemory for measurements only: the MongoDB keeps nothing on disk, all else is the same
 */
public record StoresSettings(Path directory, Set<Store> which, int mongoPort, int redisPort, boolean mongoInMemory) {
    /** What can be embedded. */
    public enum Store {
        MONGO,
        REDIS
    }

    private static final int HIGHEST_PORT = 65_535;

    public StoresSettings {
        directory = directory.toAbsolutePath().normalize();
        which = Set.copyOf(which);
        if (which.isEmpty()) {
            throw new IllegalArgumentException("There is no store to start.");
        }
        requirePort("MongoDB", mongoPort);
        requirePort("Redis", redisPort);
    }

    /** Both stores, durable, on free ports. */
    public static StoresSettings in(Path directory) {
        return in(directory, Set.of(Store.values()));
    }

    /** Durable stores on free ports. */
    public static StoresSettings in(Path directory, Set<Store> which) {
        return new StoresSettings(directory, which, 0, 0, false);
    }

    private static void requirePort(String store, int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("The port of " + store + " must be 0 to 65535, not " + port + ".");
        }
    }
}
