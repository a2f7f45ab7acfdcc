package guanjia.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.dialogue.SampleFlows.Binding;
import guanjia.dialogue.SampleFlows.Repair;
import guanjia.dialogue.SampleFlows.Urgency;
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
                            q_unit{"unit"}
                            q_fault["fault"]
                            q_urgency{"urgency"}
                            q_photos["photos, optional"]
                            q_visit{"visit"}
                            q_note["note, optional"]
                            q_summary{{"summary?"}}
                            finish_OpenTicket(["OpenTicket"])
                            q_unit --> q_fault
                            q_fault --> q_urgency
                            q_urgency --> q_photos
                            q_photos -- "urgency: NORMAL" --> q_visit
                            q_photos -- "urgency: URGENT" --> q_note
                            q_visit --> q_note
                            q_note --> q_summary
                            q_summary --> finish_OpenTicket
                        ```
                        """);
    }

    @Test
    void labelsAWayWithTheAnswerThatDecides() {
        Flow flow = new SampleFlows.Lines("urgent-or-not", s -> {
            Question<Urgency> urgency = Question.oneOf("urgency", "x", Urgency.class);
            return s.ask(urgency) == Urgency.URGENT
                    ? List.of(new SampleFlows.Book("now", 1))
                    : List.of(new SampleFlows.Book(s.ask(Question.text("when-then", "x", 9)), 1));
        });
        assertThat(FlowDiagram.mermaid(flow, SITUATION))
                .contains("q_urgency -- \"URGENT\" --> finish_Book\n")
                .contains("q_urgency -- \"NORMAL\" --> q_when_then\n");
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
                .contains("q_name --> finish\n")
                .contains("finish([\"nothing to do\"])");
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
