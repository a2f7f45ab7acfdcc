package guanjia.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Java process beside the tests, with their class path. What it prints can be read also after it was killed. */
final class OtherJvm implements AutoCloseable {
    /** More than what it starts may wait itself before it tells why it can't. */
    private static final int PATIENCE_SECONDS = 120;

    private static final int DUMP_SECONDS = 10;

    private final Process process;
    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> complaints = new LinkedBlockingQueue<>();
    private final List<Thread> readers = new ArrayList<>();

    private OtherJvm(Process process) {
        this.process = process;
        readers.add(reader(process.inputReader(UTF_8), printed));
        readers.add(reader(process.errorReader(UTF_8), complaints));
    }

    static OtherJvm run(Class<?> main, String... arguments) throws IOException {
        return new OtherJvm(new ProcessBuilder(command(main, arguments)).start());
    }

    /** The command line, for tests that start it through another program. */
    static List<String> command(Class<?> main, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Stream<String> start = Stream.of(
                java,
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        return Stream.concat(start, Stream.of(arguments)).toList();
    }

    static OtherJvm of(Process process) {
        return new OtherJvm(process);
    }

    long pid() {
        return process.pid();
    }

    /** The next line it prints. */
    String nextLine() throws InterruptedException {
        String line = printed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new IllegalStateException(
                    "nothing printed; complaints: " + complaints + "\n" + String.join("\n", threads()));
        }
        return line;
    }

    /** What its threads do: a Java process answers SIGQUIT with that on its standard output. */
    private List<String> threads() throws InterruptedException {
        List<String> dump = new ArrayList<>();
        try {
            new ProcessBuilder("kill", "-QUIT", Long.toString(pid())).start().waitFor();
        } catch (IOException e) {
            return List.of("its threads can't be asked for: " + e.getMessage());
        }
        for (String line = printed.poll(DUMP_SECONDS, TimeUnit.SECONDS);
                line != null;
                line = printed.poll(1, TimeUnit.SECONDS)) {
            dump.add(line);
        }
        return dump;
    }

    /** The line it prints when it is ready; what it printed before is dropped. */
    String readyLine() throws InterruptedException {
        String line = nextLine();
        while (!line.startsWith("ready ")) {
            line = nextLine();
        }
        return line;
    }

    /** Everything it has printed and nobody has taken, once it has ended. */
    List<String> rest() throws InterruptedException {
        for (Thread reader : readers) {
            reader.join();
        }
        List<String> lines = new ArrayList<>();
        printed.drainTo(lines);
        return lines;
    }

    /** What it wrote to its standard error, once it has ended. */
    String complaints() throws InterruptedException {
        rest();
        return String.join("\n", complaints);
    }

    /** SIGKILL, by the handle: the process itself would close the streams, and what it had printed would be lost. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM. */
    void terminate() throws InterruptedException {
        process.toHandle().destroy();
        awaitEnd();
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("process " + process.pid() + " doesn't end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                terminate();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A thread of the platform: it waits inside the system, where a virtual one would hold its carrier. */
    private static Thread reader(BufferedReader from, BlockingQueue<String> into) {
        return Thread.ofPlatform().daemon().name("other-jvm").start(() -> read(from, into));
    }

    private static void read(BufferedReader from, BlockingQueue<String> into) {
        try (from) {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                into.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
