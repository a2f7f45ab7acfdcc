package guanjia.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.dialogue.SampleFlows.Binding;
import guanjia.dialogue.SampleFlows.Repair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowDiagramTest {
    private static final Situation SITUATION =
            new Situation(Instant.parse("2026-11-25T02:00:00Z"), "diagram", Optional.empty(), Optional.empty());

    @Test
    void drawsEveryWayThroughAFlow() {
        assertThat(FlowDiagram.markdown(new Repair(), SITUATION)).isEqualTo("""
                        # repair

                        ```mermaid
                        flowchart TD
                            unit{unit}
                            fault[fault]
                            urgency{urgency}
                            photos[photos, optional]
                            visit{visit}
                            note[note, optional]
                            summary{{summary?}}
                            end_OpenTicket([OpenTicket])
                            unit --> fault
                            fault --> urgency
                            urgency --> photos
                            photos -- "urgency: NORMAL" --> visit
                            photos -- "urgency: URGENT" --> note
                            visit --> note
                            note --> summary
                            summary --> end_OpenTicket
                        ```
                        """);
    }

    @Test
    void drawsTheSameEachTime() {
        Flow flow = new Binding();
        assertThat(FlowDiagram.mermaid(flow, SITUATION)).isEqualTo(FlowDiagram.mermaid(flow, SITUATION));
    }

    @Test
    void namesAllQuestions() {
        assertThat(FlowDiagram.questions(new Binding(), SITUATION)).containsExactly("phone", "card");
        assertThat(FlowDiagram.questions(new Repair(), SITUATION))
                .containsExactlyInAnyOrder("unit", "fault", "urgency", "photos", "note", "summary", "visit");
    }

    @Test
    void drawsAFlowThatOnlySpeaks() {
        Question<String> name = Question.text("name", "x", 9);
        Flow flow = new SampleFlows.Lines("hello", s -> {
            s.ask(name);
            return List.of();
        });
        assertThat(FlowDiagram.mermaid(flow, SITUATION))
                .contains("name --> end\n")
                .contains("end([nothing to do])");
    }

    @Test
    void endsInAFlowWithoutEnd() {
        int[] n = {0};
        Flow flow = new SampleFlows.Lines("long", s -> {
            for (int i = 0; i < 40; i++) {
                s.choose(Question.<String>choice("q" + i, "x", o -> Option.literal(o, o)), List.of("a", "b", "c", "d"));
            }
            n[0]++;
            return List.of();
        });
        assertThat(FlowDiagram.questions(flow, SITUATION)).hasSize(40);
        assertThat(n[0]).isPositive();
    }
}
