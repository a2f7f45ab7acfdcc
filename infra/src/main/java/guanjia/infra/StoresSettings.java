package guanjia.infra;

import java.nio.file.Path;

/**
 * Where and how the embedded stores run.
 *
 * @param directory holds the files of both stores; belongs to one process at a time
 * @param mongoPort on loopback; 0 takes a free one
 * @param redisPort on loopback; 0 takes a free one
 * @param mongoInMemory for measurements only: the MongoDB keeps nothing on disk, all else is the same
 */
public record StoresSettings(Path directory, int mongoPort, int redisPort, boolean mongoInMemory) {
    private static final int HIGHEST_PORT = 65_535;

    public StoresSettings {
        directory = directory.toAbsolutePath().normalize();
        requirePort("MongoDB", mongoPort);
        requirePort("Redis", redisPort);
    }

    /** Durable stores on free ports. */
    public static StoresSettings in(Path directory) {
        return new StoresSettings(directory, 0, 0, false);
    }

    private static void requirePort(String store, int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("The port of " + store + " must be 0 to 65535, not " + port + ".");
        }
    }
}
