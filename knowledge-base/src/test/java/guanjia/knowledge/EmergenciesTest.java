package guanjia.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmergenciesTest {
    private final Normaliser normaliser = Normaliser.standard();
    private final Emergencies emergencies = Emergencies.standard();

    /** Lines of {@code dangers-ruled.txt}: a kind of danger or CALM, and what somebody types. */
    static Stream<Sentence> sentences() {
        return Lines.pairs("dangers-ruled.txt").map(each -> new Sentence(each.getKey(), each.getValue()));
    }

    record Sentence(String kind, String words) {}

    static Stream<String> kinds() {
        return Stream.concat(Stream.of(Emergency.Kind.values()).map(Enum::name), Stream.of("CALM"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tellsDangersFromCalmWords(String kind) {
        List<Sentence> of = sentences().filter(each -> each.kind().equals(kind)).toList();

        assertThat(of).isNotEmpty();
        assertThat(of).filteredOn(each -> !told(each.words()).equals(kind)).isEmpty();
    }

    @Test
    void costsLittleForShortMessagesAndStaysLinearForLongOnes() {
        assertThat(bestMicroseconds("我家厨房的水龙头坏了,明天下午能派人来修吗?")).isLessThan(1_000);
        assertThat(bestMicroseconds("x".repeat(500))).isLessThan(10_000);
        assertThat(bestMicroseconds("水".repeat(500))).isLessThan(10_000);
    }

    /** Processor time, the best of several: neighbours on the machine and the compiler's warm-up aren't the rules' cost. */
    private long bestMicroseconds(String words) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 60; round++) {
            long before = threads.getCurrentThreadCpuTime();
            read(words);
            best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
        }
        return best / 1_000;
    }

    private String told(String words) {
        return read(words).map(danger -> danger.kind().name()).orElse("CALM");
    }

    private Optional<Emergency> read(String words) {
        return emergencies.in(normaliser.normal(words));
    }
}
