package guanjia.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A conversation that an earlier version of a flow began goes on under today's names. */
class UpgradeTest {
    private static final Question<String> WHERE = Question.text("where", "repair.unit", 20);
    private static final Question<String> PLACE = Question.text("place", "repair.unit", 20);
    private static final Question<String> MOOD = Question.text("mood", "repair.note", 20);
    private static final Question<String> FAULT = Question.text("fault", "repair.fault", 20);
    private static final Question<String> KIND =
            Question.choice("kind", "repair.urgency", kind -> Option.literal(kind, kind));
    private static final Question<String> SORT =
            Question.choice("sort", "repair.urgency", kind -> Option.literal(kind, kind));

    private final Flow before = new SampleFlows.Lines("booking", s -> {
        s.ask(WHERE);
        s.ask(MOOD);
        s.choose(KIND, List.of("大", "小"));
        return List.of(new SampleFlows.Book(s.ask(FAULT), 1));
    });

    private final Flow today = new Flow() {
        @Override
        public String name() {
            return "booking";
        }

        @Override
        public List<Former> former() {
            return List.of(Former.renamed("where", "place"), Former.dropped("mood"), Former.renamed("kind", "sort"));
        }

        @Override
        public List<Effect> run(Script script) {
            String place = script.ask(PLACE);
            script.choose(SORT, List.of("大", "小"));
            return List.of(new SampleFlows.Book(place + script.ask(FAULT), 2));
        }
    };

    private final Story story = new Story(before);

    @Test
    void goesOnAtTheRenamedQuestionWithTheAnswersGiven() {
        story.hears(new Heard.Start("booking", Map.of()))
                .hears(new Heard.Said("会所"))
                .hears(new Heard.Said("好"));
        story.deploys(today).presses("大").bot("哪里坏了?");
        story.hears(new Heard.Said("灯")).happened(new SampleFlows.Book("会所灯", 2));
    }

    @Test
    void upgradesDraftsAndConversationsWithStaffToo() {
        story.hears(new Heard.Start("booking", Map.of())).hears(new Heard.Said("会所"));
        story.wishes(Wish.MENU).deploys(today);
        story.wishes(Wish.RESUME).presses("小").hears(new Heard.TakenOver());
        story.hears(new Heard.HandedBack()).presses("继续办").hears(new Heard.Said("灯"));
        story.happened(new SampleFlows.Book("会所灯", 2));
    }

    @Test
    void keepsTodaysAnswerWhereBothAreThere() {
        story.hears(new Heard.Start("booking", Map.of("place", List.of("大堂")))).hears(new Heard.Said("会所"));
        story.deploys(today).hears(new Heard.Filled(Map.of("sort", List.of("大"))));
        story.hears(new Heard.Said("灯")).happened(new SampleFlows.Book("大堂灯", 2));
        assertThat(story.pending()).isEmpty();
    }
}
