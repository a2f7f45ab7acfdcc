package guanjia.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.delivery.ChannelKind;
import guanjia.delivery.Content;
import guanjia.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Silences are found by the sweeper of any process, after a restart too, and broken once. */
class SilenceSweepTest {
    private final World world = new World(Instant.parse("2026-11-25T02:00:00Z"));
    private final RehearsedRepair repair = new RehearsedRepair();
    private final BotProcess.Parts parts = FakeKnowledge.parts().with(repair, repair);
    private final BotProcess first = new BotProcess(world, KillSwitch.never(), parts);
    private final Chat chat = new Chat(world, first, ChannelKind.TELEGRAM, Optional.empty());

    @Test
    void isBrokenAfterARestartByAnotherProcessAndOnlyOnce() {
        beginARepair();
        BotProcess heir = new BotProcess(world, KillSwitch.never(), parts);
        world.clock.passes(Duration.ofMinutes(29));
        heir.sweeper.sweep();
        assertThat(texts()).isEmpty();
        world.clock.passes(Duration.ofMinutes(1));
        heir.sweeper.sweep();
        first.sweeper.sweep();
        heir.sweeper.sweep();
        assertThat(texts()).singleElement().asString().contains("报修还差一点没办完");
        world.clock.passes(Duration.ofMinutes(30));
        first.sweeper.sweep();
        heir.sweeper.sweep();
        assertThat(texts()).singleElement().asString().contains("报修先帮您存着", "要继续吗");
        world.clock.passes(Duration.ofDays(2));
        heir.sweeper.sweep();
        assertThat(texts()).isEmpty();
    }

    @Test
    void isLeftToTheProcessThatHasTheLease() {
        beginARepair();
        world.clock.passes(Duration.ofMinutes(30));
        BotProcess other = new BotProcess(world, KillSwitch.never(), parts);
        other.leases.take(chat.id());
        first.sweeper.sweep();
        assertThat(texts()).isEmpty();
        other.leases.release(chat.id());
        first.sweeper.sweep();
        assertThat(texts()).hasSize(1);
    }

    @Test
    void isNotBrokenWhileAPersonIsAwaitedOrADangerWasReported() {
        beginARepair();
        chat.says("人工");
        world.clock.passes(Duration.ofMinutes(31));
        chat.news();
        first.handOffs.takeOver(StaffMember.ofToken("desk"), chat.id());
        chat.news();
        first.sweeper.sweep();
        assertThat(texts()).isEmpty();

        Chat inDanger = new Chat(world, first, ChannelKind.TELEGRAM, Optional.empty());
        inDanger.says("/start e-yihe");
        inDanger.says("我要报修请登记一下");
        inDanger.says("着火了");
        inDanger.news();
        world.clock.passes(Duration.ofMinutes(31));
        first.sweeper.sweep();
        assertThat(inDanger.news()).isEmpty();
        assertThat(first.conversations.silent(world.clock.instant(), 10)).isEmpty();
    }

    @Test
    void thatCannotBeHeardIsPutOffSoThatItDoesNotStandInTheWay() {
        beginARepair();
        repair.broken = true;
        world.clock.passes(Duration.ofMinutes(31));
        first.sweeper.sweep();
        assertThat(texts()).isEmpty();
        assertThat(first.conversations.silent(world.clock.instant(), 10)).isEmpty();
        repair.broken = false;
        world.clock.passes(Silences.PUT_OFF);
        first.sweeper.sweep();
        assertThat(texts()).singleElement().asString().contains("报修还差一点没办完");
    }

    @Test
    void anUpdateThatFailsAgainAndAgainEndsWithAWordAndTheOfferOfAPerson() {
        beginARepair();
        repair.broken = true;
        chat.says("家里");
        for (int round = 0; round < 3; round++) {
            world.clock.passes(Sweeper.UNTOUCHED.plusSeconds(1));
            first.sweeper.sweep();
        }
        assertThat(chat.news()).singleElement().satisfies(word -> {
            assertThat(word.text()).contains("没能处理好");
            assertThat(word.buttons()).isNotEmpty();
        });
        repair.broken = false;
        chat.says("家里");
        assertThat(texts()).singleElement().asString().contains("哪里坏了");
    }

    private void beginARepair() {
        chat.says("/start e-yihe");
        chat.says("我要报修请登记一下");
        assertThat(texts().getLast()).contains("家里的，还是公共区域的");
    }

    private List<String> texts() {
        return chat.news().stream().map(Content::text).toList();
    }
}
