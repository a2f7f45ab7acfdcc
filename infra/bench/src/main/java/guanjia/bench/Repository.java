package guanjia.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where the product's sources and its built jar lie. */
final class Repository {
    private Repository() {}

    /** The folder that holds {@code infra/run.sh}. */
    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("infra/run.sh"))) {
                return folder;
            }
        }
        throw new IllegalStateException("To be run inside the repository");
    }

    /**
     * The product ready to start: what {@code -Dapp} names, else the built jar unpacked the way {@code run.sh} does, anew when it is newer.
     *
     * @return the folder of {@code guanjia.jar}
     */
    static Path app() {
        String named = System.getProperty("app", "");
        return named.isEmpty() ? unpacked() : Path.of(named);
    }

    private static Path unpacked() {
        Path app = root().resolve("infra/bench/target/app");
        Path jar = app.resolve("guanjia.jar");
        try {
            Path built = builtJar();
            if (!Files.exists(jar) || Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(built)) < 0) {
                String java =
                        Path.of(System.getProperty("java.home"), "bin", "java").toString();
                deleteAll(app);
                Server.run(
                        java, "-Djarmode=tools", "-jar", built.toString(), "extract", "--destination", app.toString());
                Files.move(app.resolve(Objects.requireNonNull(built.getFileName())), jar);
                Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
            }
            return app;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path freshFolder(String name) {
        try {
            return Files.createTempDirectory("guanjia-bench-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void deleteAll(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path builtJar() throws IOException {
        try (Stream<Path> files = Files.list(root().resolve("bot-service/target"))) {
            List<Path> jars = files.filter(
                            file -> file.getFileName().toString().matches("bot-service-[^-]*(-SNAPSHOT)?\\.jar"))
                    .toList();
            if (jars.size() != 1) {
                throw new IllegalStateException("Build the product first: mvn package -DskipTests");
            }
            return jars.getFirst();
        }
    }
}
