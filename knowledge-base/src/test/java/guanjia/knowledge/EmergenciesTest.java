package guanjia.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmergenciesTest {
    private final Normaliser normaliser = Normaliser.standard();
    private final Emergencies emergencies = Emergencies.standard();

    /** Lines of {@code emergencies.txt}: a kind of danger or CALM, and what somebody types. */
    static Stream<Sentence> sentences() throws IOException {
        try (var in = Objects.requireNonNull(EmergenciesTest.class.getResourceAsStream("/emergencies.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(": ", 2))
                    .map(parts -> new Sentence(parts[0], parts[1]));
        }
    }

    record Sentence(String kind, String words) {}

    @ParameterizedTest
    @MethodSource("sentences")
    void tellsDangersFromCalmWords(Sentence sentence) {
        assertThat(read(sentence.words()).map(danger -> danger.kind().name()).orElse("CALM"))
                .isEqualTo(sentence.kind());
    }

    @Test
    void hasSentencesForEveryKindOfDanger() throws IOException {
        List<String> tried = sentences().map(Sentence::kind).distinct().toList();

        assertThat(Stream.of(Emergency.Kind.values()).map(Enum::name)).allMatch(tried::contains);
    }

    @Test
    void takesLessThanAMillisecond() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<String> words = List.of("泳池几点关门?月租车位多少钱?", "我被困在电梯里了", "x".repeat(500), "水".repeat(500));
        long best = Long.MAX_VALUE;
        // Processor time, and the best of several rounds: neighbours on the machine and the compiler's warm-up aren't
        // the rule's cost.
        for (int round = 0; round < 8; round++) {
            long before = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < 100; i++) {
                words.forEach(this::read);
            }
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - before) / 400);
        }
        assertThat(best).isLessThan(1_000_000);
    }

    private Optional<Emergency> read(String words) {
        return emergencies.in(normaliser.normal(words));
    }
}
