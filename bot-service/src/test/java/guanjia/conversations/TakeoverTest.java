package guanjia.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.conversations.TranscriptLine.Who;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.Content;
import guanjia.staff.StaffMember;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Humans win, at whatever moment they take a chat. */
class TakeoverTest {
    private static final StaffMember CLERK = StaffMember.ofToken("desk");

    private final World world = new World(Instant.parse("2026-11-25T02:00:00Z"));
    private final RehearsedRepair repair = new RehearsedRepair();
    private final BotProcess bot =
            new BotProcess(world, KillSwitch.never(), FakeKnowledge.parts().with(repair, repair));
    private final Chat chat = new Chat(world, bot, ChannelKind.TELEGRAM, Optional.empty());

    @BeforeEach
    void knowsTheEstate() {
        chat.says("/start e-yihe");
        chat.news();
    }

    @Test
    void aReplyThatStillWaitsIsNotSentAndShownToNobody() {
        world.hold();
        chat.says("你好");
        bot.handOffs.takeOver(CLERK, chat.id());
        world.letGo(bot.gate);
        assertThat(texts()).singleElement().asString().contains("接下来由desk为您服务");
        assertThat(world.dropped())
                .singleElement()
                .satisfies(dropped -> assertThat(dropped.content().text()).contains("您好"));
        assertThat(lastLines()).doesNotContain("您好！有什么可以帮您？").contains("你好");
        assertThat(outbox()).isEmpty();
    }

    @Test
    void aReplyThatWasDroppedStaysDroppedWhenTheGateIsAskedAgain() {
        world.hold();
        chat.says("你好");
        var reply = bot.conversations.find(chat.id()).orElseThrow().traffic().outbox().stream()
                .filter(line -> line.who() == Who.BOT)
                .findFirst()
                .orElseThrow();
        bot.handOffs.takeOver(CLERK, chat.id());
        assertThat(bot.conversations.release(bot.conversations.find(chat.id()).orElseThrow(), List.of(reply)))
                .isEmpty();
        assertThat(outbox()).contains(reply);
        world.letGo(bot.gate);
        assertThat(texts()).noneMatch(text -> text.contains("您好！"));
    }

    @Test
    void safetyWordsGoOutNevertheless() {
        world.hold();
        chat.says("着火了");
        bot.handOffs.takeOver(CLERK, chat.id());
        world.letGo(bot.gate);
        assertThat(texts()).anyMatch(text -> text.contains("马上离开"));
    }

    @Test
    void anEffectDoneBeforeTheTakeoverIsUndoneWhenTheTurnCannotBeCommitted() {
        untilTheCheck();
        BotProcess console = new BotProcess(world, KillSwitch.never(), FakeKnowledge.parts());
        repair.afterwards = () -> {
            repair.afterwards = () -> {};
            console.handOffs.takeOver(CLERK, chat.id());
        };
        chat.says("对");
        assertThat(repair.registered).isEmpty();
        assertThat(repair.undone).hasSize(1);
        assertThat(texts()).singleElement().asString().contains("接下来由desk为您服务");
        assertThat(lastLines()).contains("对");
        assertThat(bot.conversations.find(chat.id()).orElseThrow().standing().mode())
                .isEqualTo(Mode.AGENT);
    }

    @Test
    void theBotIsSilentUntilThePersonGoesAndThenOffersToGoOn() {
        untilTheCheck();
        bot.handOffs.takeOver(CLERK, chat.id());
        chat.news();
        chat.says("对");
        assertThat(chat.news()).isEmpty();
        assertThat(repair.registered).isEmpty();
        bot.handOffs.handBack(CLERK, chat.id());
        assertThat(texts()).singleElement().asString().contains("现在由我继续", "刚才的报修还没办完");
        chat.presses("继续");
        chat.says("对");
        assertThat(repair.registered).hasSize(1);
    }

    private void untilTheCheck() {
        chat.says("我要报修请登记一下");
        chat.says("家里");
        chat.says("厨房水龙头一直在漏水");
        chat.says("跳过");
        chat.says("跳过");
        assertThat(texts().getLast()).contains("请核对");
    }

    private List<String> texts() {
        return chat.news().stream().map(Content::text).toList();
    }

    private List<String> lastLines() {
        return bot.transcript.since(chat.address(), 0, 100).stream()
                .map(TranscriptLine::text)
                .toList();
    }

    private List<Line> outbox() {
        return bot.conversations.find(chat.id()).orElseThrow().traffic().outbox();
    }
}
