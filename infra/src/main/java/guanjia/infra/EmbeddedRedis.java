package guanjia.infra;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A redis-server on loopback with an append-only file. It outlives a killed parent; the next start on the directory ends it first. */
final class EmbeddedRedis implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);
    private static final Pattern PORT = Pattern.compile("(?m)^port (\\d+)$");
    private static final Pattern FAILED = Pattern.compile("Failed listening|exiting|Fatal error|FATAL");
    private static final int START_SECONDS = 60;
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final RedisProcess running;

    private EmbeddedRedis(RedisProcess running) {
        this.running = running;
    }

    /**
     * @param directory of this Redis alone; the caller holds the lock on it
     * @param port 0 for a free one
     * @throws StoresNotStarted if no redis-server runs here or the port is taken
     */
    static EmbeddedRedis start(Path directory, int port) throws IOException {
        Files.createDirectories(directory);
        endOrphan(directory);
        Path binary = RedisBinary.find(directory.resolve("bin"));
        int chosen = port == 0 ? freePort() : port;
        Path settings = directory.resolve("redis.conf");
        Files.writeString(settings, settings(directory, chosen));
        Files.deleteIfExists(directory.resolve("redis.pid"));
        Files.deleteIfExists(directory.resolve("redis.log"));
        launch(binary, settings);
        return new EmbeddedRedis(awaitReady(directory, chosen));
    }

    int port() {
        return running.port();
    }

    /** Ends the redis-server after it has written everything. */
    @Override
    public void close() {
        running.end();
    }

    private static void endOrphan(Path directory) throws IOException {
        Path settings = directory.resolve("redis.conf");
        Matcher port = PORT.matcher(Files.exists(settings) ? Files.readString(settings) : "");
        if (port.find()) {
            RedisProcess.on(directory, Integer.parseInt(port.group(1))).ifPresent(orphan -> {
                LOG.info(
                        "Ending the redis-server {} that a killed process left behind",
                        orphan.process().pid());
                orphan.end();
            });
        }
    }

    /**
     * {@code appendfsync no}: Redis then hands each command to the system before it answers, so nothing acknowledged is lost when any process is
     * killed. {@code everysec} would hold commands back for up to two seconds while the disk is slow, and a kill would lose them; {@code always}
     * would make each lease and rate limit wait for the disk. A power cut may cost what the system had not written yet, which is affordable:
     * Redis holds nothing that can't be rebuilt from MongoDB. {@code daemonize}: a Ctrl-C for the parent must not end Redis before the parent
     * has drained.
     */
    private static String settings(Path directory, int port) {
        String quoted =
                directory.toAbsolutePath().toString().replace("\\", "\\\\").replace("\"", "\\\"");
        return String.join(
                "\n",
                "bind 127.0.0.1",
                "port " + port,
                "dir \"" + quoted + "\"",
                "pidfile \"" + quoted + "/redis.pid\"",
                "logfile \"" + quoted + "/redis.log\"",
                "daemonize yes",
                "save \"\"",
                "appendonly yes",
                "appendfsync no",
                "aof-load-truncated yes",
                "auto-aof-rewrite-min-size 16mb",
                "");
    }

    private static void launch(Path binary, Path settings) throws IOException {
        Process launcher = new ProcessBuilder(
                        binary.toString(), settings.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            launcher.waitFor(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RedisProcess awaitReady(Path directory, int port) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            Optional<RedisProcess> ready = RedisProcess.on(directory, port).filter(RedisProcess::hasLoaded);
            if (ready.isPresent()) {
                return ready.get();
            }
            if (FAILED.matcher(lastLogLine(directory)).find()) {
                break;
            }
            pause();
        }
        throw new StoresNotStarted(
                "The redis-server for " + directory + " did not start on port " + port + ": " + lastLogLine(directory));
    }

    private static String lastLogLine(Path directory) throws IOException {
        Path log = directory.resolve("redis.log");
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        return lines.isEmpty() ? "it wrote no reason" : lines.get(lines.size() - 1);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
