package guanjia.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.dialogue.SampleFlows.Booking;
import guanjia.dialogue.SampleFlows.Quick;
import guanjia.dialogue.SampleFlows.Repair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private final Repair repair = new Repair();
    private final Story story = new Story(repair, new Booking(), new Quick());

    @Test
    void isDueOnlyWhileSomethingIsAsked() {
        assertThat(story.due()).isEmpty();
        story.resident("我要报修");
        assertThat(story.due()).isPresent();
        story.hears(new Heard.TakenOver());
        assertThat(story.due()).isEmpty();
        story.hears(new Heard.HandedBack());
        assertThat(story.due()).isEmpty();
    }

    @Test
    void isBrokenByAReminderAndThenByKeepingTheDraft() {
        story.resident("我要报修").resident("3栋201");
        story.silent(Duration.ofMinutes(29)).silence();
        story.silent(Duration.ofMinutes(1)).bot("您还在吗?", "哪里坏了?");
        story.silent(Duration.ofMinutes(29)).silence();
        story.silent(Duration.ofMinutes(1)).bot("先为您保存着。", "继续刚才的报修吗?");
        story.silent(Duration.ofDays(1)).silence();
        assertThat(story.due()).isEmpty();
        story.resident("继续").bot("哪里坏了?");
    }

    @Test
    void beginsAnewWithEveryAnswer() {
        story.resident("我要报修").silent(Duration.ofMinutes(30)).bot("您还在吗?");
        story.resident("3栋201").silent(Duration.ofMinutes(29)).silence();
        story.silent(Duration.ofMinutes(1)).bot("您还在吗?");
    }

    @Test
    void endsAFlowThatIsNotWorthAReminderWithoutAWord() {
        story.hears(new Heard.Start("quick", Map.of()))
                .silent(Duration.ofMinutes(5))
                .silence();
        assertThat(story.pending()).isEmpty();
        story.resident("继续").bot("没有正在办理");
    }

    @Test
    void offersWhatThatFlowHadInterrupted() {
        story.resident("我要报修").hears(new Heard.Start("quick", Map.of()));
        story.silent(Duration.ofMinutes(5)).bot("继续刚才的报修吗?");
    }

    @Test
    void endsWhatIsTooOldAfterALongOutage() {
        story.resident("我要报修").resident("3栋201").silent(Duration.ofDays(8)).bot("已过期");
        story.resident("继续").bot("没有正在办理");
    }

    @Test
    void tellsThatAFlowIsGoneAfterADeployment() {
        story.resident("我要报修")
                .deploys(new Booking())
                .silent(Duration.ofMinutes(30))
                .bot("抱歉,这项服务已调整。");
        assertThat(story.due()).isEmpty();
    }

    @Test
    void completesNothingByItselfWhenADeploymentRemovedTheLastQuestion() {
        Question<String> name = Question.text("name", "binding.phone", 20);
        Question<String> more = Question.text("more", "binding.phone", 20);
        List<Effect> done = List.of(new SampleFlows.Book("会所", 1));
        Story one = new Story(new SampleFlows.Lines("booking", s -> {
            s.ask(name);
            s.ask(more);
            return done;
        }));
        one.hears(new Heard.Start("booking", Map.of())).hears(new Heard.Said("小王"));
        one.deploys(new SampleFlows.Lines("booking", s -> {
            s.ask(name);
            return done;
        }));
        one.silent(Duration.ofMinutes(30)).bot("先为您保存着。", "继续刚才的预订吗?").happened();
        one.presses("继续办").happened(new SampleFlows.Book("会所", 1));
    }
}
