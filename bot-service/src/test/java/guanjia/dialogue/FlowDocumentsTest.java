package guanjia.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.dialogue.SampleFlows.Lines;
import guanjia.dialogue.SampleFlows.Repair;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowDocumentsTest {
    private static final Situation SITUATION =
            new Situation(Instant.parse("2026-11-25T02:00:00Z"), "diagram", Optional.empty(), Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void acceptsWhatWasWrittenFromTheSameFlows() {
        assertThat(checked(new Repair())).isNotEmpty();
        assertThat(written(new Repair())).isEmpty();
        assertThat(checked(new Repair())).isEmpty();
    }

    @Test
    void saysHowToRegenerateADiagramThatDiffers() {
        written(new Repair());
        Repair changed = new Repair();
        changed.asksAccess = true;
        assertThat(checked(changed)).hasSize(2).allMatch(fault -> fault.contains("-Dflows.write=true"));
    }

    @Test
    void refusesThatAStoredNameVanishesUntilARuleSaysWhatBecomesOfItsAnswers() {
        written(asking("what", List.of()));
        assertThat(written(asking("fault", List.of())))
                .singleElement()
                .asString()
                .contains("former()");
        assertThat(written(asking("fault", List.of(Former.renamed("what", "fault")))))
                .isEmpty();
    }

    @Test
    void refusesThatAFormerNameIsTakenAgain() {
        written(asking("what", List.of()));
        assertThat(written(asking("what", List.of(Former.dropped("what")))))
                .singleElement()
                .asString()
                .contains("Choose another name");
    }

    private List<String> checked(Flow flow) {
        return new FlowDocuments(folder, SITUATION, false).faults(List.of(flow));
    }

    private List<String> written(Flow flow) {
        return new FlowDocuments(folder, SITUATION, true).faults(List.of(flow));
    }

    private static Flow asking(String question, List<Former> former) {
        Flow lines = new Lines("report", s -> {
            s.ask(Question.text(question, "x", 9));
            return List.of();
        });
        return new Flow() {
            @Override
            public String name() {
                return lines.name();
            }

            @Override
            public List<Former> former() {
                return former;
            }

            @Override
            public List<Effect> run(Script script) {
                return lines.run(script);
            }
        };
    }
}
