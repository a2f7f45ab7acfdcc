package guanjia.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.dialogue.FlowDocuments;
import guanjia.dialogue.Situation;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowPapersTest {
    @Test
    void diagramsAndStoredNamesAreTodays() {
        Situation situation =
                new Situation(Instant.parse("2026-11-25T02:00:00Z"), "diagram", Optional.of("yihe"), Optional.empty());
        assertThat(new FlowDocuments(situation).faults(BotProcess.productFlows().toList()))
                .isEmpty();
    }
}
