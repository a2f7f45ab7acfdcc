package guanjia.infra;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/** Finds a redis-server that runs on this machine: the one that comes along, else one that is installed. */
final class RedisBinary {
    private static final Logger LOG = LoggerFactory.getLogger(RedisBinary.class);
    private static final String NAME = "redis-server";
    private static final long TRY_SECONDS = 10;

    private RedisBinary() {}

    /**
     * @param directory where the one that comes along is unpacked; each start overwrites it
     * @throws StoresNotStarted if none runs
     */
    static Path find(Path directory) {
        return unpacked(directory)
                .or(RedisBinary::installed)
                .orElseThrow(() -> new StoresNotStarted(
                        "No redis-server runs on this machine: install Redis so that redis-server is on the PATH,"
                                + " or set SPRING_DATA_REDIS_URL to a Redis that is running."));
    }

    private static Optional<Path> unpacked(Path directory) {
        try {
            Files.createDirectories(directory);
            Path binary = ExecutableProvider.newJarResourceProvider(directory.toFile())
                    .get()
                    .toPath();
            return Optional.of(binary).filter(RedisBinary::runs);
        } catch (IOException | RuntimeException e) {
            LOG.info("The redis-server that comes along can't be used here: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Path> installed() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, NAME))
                .filter(Files::isExecutable)
                .filter(RedisBinary::runs)
                .findFirst();
    }

    private static boolean runs(Path binary) {
        try {
            Process version = new ProcessBuilder(binary.toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return version.waitFor(TRY_SECONDS, TimeUnit.SECONDS) && version.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
