package guanjia.infra;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A running redis-server that has been shown to work on one directory: the only kind of process that is ever ended. */
record RedisProcess(ProcessHandle process, int port) {
    private static final Duration ANSWER_TIME = Duration.ofSeconds(5);
    private static final int END_SECONDS = 10;
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /**
     * The one on this port that works on this directory. It says so itself when asked; one that doesn't answer is believed by its pid file if
     * its command line names redis-server and the port and, where the system tells, its working folder is the directory.
     */
    static Optional<RedisProcess> on(Path directory, int port) {
        return pidByAnswer(directory, port)
                .or(() -> pidByFile(directory).filter(pid -> !answers(port) && worksIn(directory, pid)))
                .flatMap(ProcessHandle::of)
                .filter(process -> isRedisOn(port, process))
                .map(process -> new RedisProcess(process, port));
    }

    /** What an own redis-server on this port answers; nothing if none does in time. */
    static <T> Optional<T> ask(int port, Function<RedisCommands<String, String>, T> question) {
        RedisURI uri = RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(port)
                .withTimeout(ANSWER_TIME)
                .build();
        RedisClient client = RedisClient.create(uri);
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return Optional.of(question.apply(connection.sync()));
        } catch (RedisException | CompletionException e) {
            return Optional.empty();
        } finally {
            client.shutdown(Duration.ZERO, ANSWER_TIME);
        }
    }

    /** Whether it has read its file and serves. */
    boolean hasLoaded() {
        return ask(port, RedisCommands::ping).isPresent();
    }

    /** Ends it: by SHUTDOWN, which writes what is pending, and by force if it doesn't obey. */
    void end() {
        if (!isRunning(process.pid())) {
            return; // another Redis may have the port by now
        }
        ask(port, commands -> {
            commands.shutdown(false);
            return true;
        });
        if (!ended()) {
            process.destroyForcibly();
            if (!ended()) {
                throw new StoresNotStarted("The redis-server with process id " + process.pid()
                        + " works on this data directory and can't be ended: end it by hand.");
            }
        }
    }

    private boolean ended() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS);
        while (isRunning(process.pid()) && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return !isRunning(process.pid());
    }

    /** A process that has ended counts as running nowhere here, though its parent hasn't asked how: in a container often nobody does. */
    static boolean isRunning(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() && !isZombie(pid);
    }

    private static boolean isZombie(long pid) {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return status.startsWith(" Z", status.lastIndexOf(')') + 1);
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Long> pidByAnswer(Path directory, int port) {
        return ask(port, commands -> {
                    String works = commands.configGet("dir").getOrDefault("dir", "");
                    return same(Path.of(works), directory) ? commands.info("server") : "";
                })
                .flatMap(info -> info.lines()
                        .filter(line -> line.startsWith("process_id:"))
                        .findFirst())
                .map(line -> Long.valueOf(line.substring("process_id:".length()).strip()));
    }

    private static boolean answers(int port) {
        return ask(port, RedisCommands::ping).isPresent();
    }

    private static Optional<Long> pidByFile(Path directory) {
        try {
            String pid = Files.readString(directory.resolve("redis.pid")).strip();
            return Optional.of(pid).filter(Predicate.not(String::isEmpty)).map(Long::valueOf);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean worksIn(Path directory, long pid) {
        Path workingFolder = Path.of("/proc", Long.toString(pid), "cwd");
        return !Files.exists(workingFolder) || same(workingFolder, directory);
    }

    private static boolean isRedisOn(int port, ProcessHandle process) {
        return namesRedisOn(port, commandLine(process));
    }

    /** Whether a command line is that of a redis-server on exactly this port. */
    static boolean namesRedisOn(int port, String commandLine) {
        return commandLine.contains("redis-server")
                && Pattern.compile(":" + port + "(?!\\d)").matcher(commandLine).find();
    }

    /** Redis writes its address over its command line, which the platform's process information then can't take apart any more. */
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }
}
