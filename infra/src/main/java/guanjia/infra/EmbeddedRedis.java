package guanjia.infra;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A redis-server on loopback with an append-only file. It outlives a killed parent; the next start on the directory ends it first. */
final class EmbeddedRedis implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("(?m)^port (\\d+)$");
    private static final Pattern FAILED = Pattern.compile("Failed listening|exiting|Fatal error|FATAL");
    private static final Pattern TROUBLE = Pattern.compile("(?i)could not|can't|failed|fatal|error|exiting");
    private static final Pattern PORT_TAKEN = Pattern.compile("(?i)Address already in use|Failed listening on port");
    private static final int START_SECONDS = 60;
    private static final long LOOK_AGAIN_MILLIS = 20;

    /** A free port may be taken by somebody else before Redis has it. */
    private static final int FREE_PORT_TRIES = 5;

    private final RedisProcess running;
    private final RedisSpaceWatch watch;
    private final OptionalLong endedOrphan;

    private EmbeddedRedis(RedisProcess running, RedisSpaceWatch watch, OptionalLong endedOrphan) {
        this.running = running;
        this.watch = watch;
        this.endedOrphan = endedOrphan;
    }

    /**
     * @param directory of this Redis alone; the caller holds the lock on it
     * @param port 0 for a free one
     * @throws StoresNotStarted if no redis-server runs here or the port is taken; then none is left running
     */
    static EmbeddedRedis start(Path directory, int port) throws IOException {
        Files.createDirectories(directory);
        OptionalLong orphan = endOrphan(directory);
        Path binary = RedisBinary.find(directory.resolve("bin"));
        RedisProcess running = port == 0 ? onFreePort(binary, directory) : on(binary, directory, port);
        return new EmbeddedRedis(running, RedisSpaceWatch.start(directory, running.port()), orphan);
    }

    int port() {
        return running.port();
    }

    /** The process id of the redis-server that was ended at the start because a killed process had left it behind. */
    OptionalLong endedOrphan() {
        return endedOrphan;
    }

    /** Ends the redis-server after it has written everything. */
    @Override
    public void close() {
        watch.close();
        running.end();
    }

    /** Ends the redis-server that a killed process left behind on a directory. @return its process id */
    static OptionalLong endOrphan(Path directory) throws IOException {
        Path settings = directory.resolve("redis.conf");
        Matcher port = PORT.matcher(Files.exists(settings) ? Files.readString(settings) : "");
        if (!port.find()) {
            return OptionalLong.empty();
        }
        Optional<RedisProcess> orphan = RedisProcess.on(directory, Integer.parseInt(port.group(1)));
        orphan.ifPresent(RedisProcess::end);
        return orphan.stream().mapToLong(ended -> ended.process().pid()).findFirst();
    }

    private static RedisProcess onFreePort(Path binary, Path directory) throws IOException {
        for (int tried = 1; ; tried++) {
            try {
                return on(binary, directory, freePort());
            } catch (StoresNotStarted e) {
                if (tried == FREE_PORT_TRIES
                        || !PORT_TAKEN.matcher(String.valueOf(e.getMessage())).find()) {
                    throw e;
                }
            }
        }
    }

    private static RedisProcess on(Path binary, Path directory, int port) throws IOException {
        Path settings = directory.resolve("redis.conf");
        Files.writeString(settings, settings(directory, port));
        Files.deleteIfExists(directory.resolve("redis.pid"));
        Files.deleteIfExists(directory.resolve("redis.log"));
        launch(binary, settings);
        Optional<RedisProcess> ready = awaitReady(directory, port);
        return ready.orElseThrow(() -> {
            RedisProcess.on(directory, port).ifPresent(RedisProcess::end);
            return new StoresNotStarted(
                    "The redis-server for " + directory + " did not start on port " + port + ": " + reason(directory));
        });
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

    private static Optional<RedisProcess> awaitReady(Path directory, int port) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            Optional<RedisProcess> ready = RedisProcess.on(directory, port).filter(RedisProcess::hasLoaded);
            if (ready.isPresent()) {
                return ready;
            }
            if (log(directory).stream().anyMatch(line -> FAILED.matcher(line).find())) {
                break;
            }
            pause();
        }
        return Optional.empty();
    }

    /** What Redis wrote from the first line on that tells of a failure: the last one alone often says only that it ends. */
    private static String reason(Path directory) {
        String failures = log(directory).stream()
                .dropWhile(line -> !TROUBLE.matcher(line).find())
                .map(line -> line.replaceFirst("^.*? [#*] ", "").strip())
                .collect(Collectors.joining(" "));
        return failures.isEmpty() ? "it wrote no reason" : failures;
    }

    private static List<String> log(Path directory) {
        Path log = directory.resolve("redis.log");
        try {
            return Files.exists(log) ? Files.readAllLines(log) : List.of();
        } catch (IOException e) {
            return List.of("its log can't be read: " + e.getMessage());
        }
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
