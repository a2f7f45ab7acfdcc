package guanjia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.FileSystemUtils;

/** A store that is named is used, and only one that isn't is embedded. What is started here ends with the tests' process. */
class StoresAtStartTest {
    private static final String MONGO = "spring.mongodb.uri";
    private static final String REDIS = "spring.data.redis.url";

    private final Path directory = temporary();

    @Test
    void anOwnRedisLeavesOnlyTheMongoDbToEmbed() throws Exception {
        Environment environment = start("--" + REDIS + "=redis://own:6379");
        assertThat(environment.getProperty(REDIS)).isEqualTo("redis://own:6379");
        assertThat(environment.getProperty(MONGO)).startsWith("mongodb://127.0.0.1:");
        assertThat(environment.getProperty(StoresAtStart.EMBEDDED)).isEqualTo("true");
        assertThat(files()).contains("mongodb.mv").doesNotContain("redis");
    }

    @Test
    void anOwnMongoDbLeavesOnlyTheRedisToEmbed() throws Exception {
        Environment environment = start("--" + MONGO + "=mongodb://own/guanjia");
        assertThat(environment.getProperty(MONGO)).isEqualTo("mongodb://own/guanjia");
        assertThat(environment.getProperty(REDIS)).startsWith("redis://127.0.0.1:");
        assertThat(environment.getProperty(StoresAtStart.EMBEDDED)).isEqualTo("false");
        assertThat(files()).contains("redis").doesNotContain("mongodb.mv");
    }

    @Test
    void withBothNamedNothingIsEmbedded() throws Exception {
        start("--" + MONGO + "=mongodb://own/guanjia", "--" + REDIS + "=redis://own:6379");
        assertThat(files()).isEmpty();
    }

    /** An application with nothing in it: what happens before there are beans happens all the same. */
    private Environment start(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.add("--guanjia.data-dir=" + directory);
        try (ConfigurableApplicationContext nothing = new SpringApplicationBuilder(Object.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(arguments.toArray(String[]::new))) {
            return nothing.getEnvironment();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static Path temporary() {
        try {
            Path directory = Files.createTempDirectory("guanjia-mixed-stores");
            // Handlers run in the reverse order: after the stores have ended.
            SpringApplication.getShutdownHandlers().add(() -> FileSystemUtils.deleteRecursively(directory.toFile()));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
