package guanjia.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** A process of ours and its log. Only this process is ever signalled, by its id. */
final class Server {
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Process process;
    private final Path log;

    private Server(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param log takes what it prints; written anew */
    static Server start(List<String> command, Map<String, String> environment, Path log) {
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Server server = new Server(builder.start(), log);
            Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroy));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another JVM like this one, with this one's classes. */
    static List<String> java(String mainClass, List<String> options, List<String> arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new java.util.ArrayList<>(List.of(java));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        return command;
    }

    /** Waits until it has printed something so often. @throws IllegalStateException with the end of the log if it doesn't */
    void await(Pattern printed, int times, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (count(printed) < times) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("Never printed " + printed + ": " + endOf(read()));
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    long count(Pattern printed) {
        return printed.matcher(read()).results().count();
    }

    String read() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9} */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM, and the time it takes to obey. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Sends a signal that the platform's library has no name for, such as STOP and CONT. */
    void signal(String name) {
        run("kill", "-" + name, Long.toString(process.pid()));
    }

    /** Runs a command of the system and waits for its success. */
    static void run(String... command) {
        try {
            int code = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Process " + process.pid() + " doesn't end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String endOf(String text) {
        return text.substring(Math.max(0, text.length() - 4_000));
    }
}
