package guanjia.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.delivery.ChannelKind;
import guanjia.delivery.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that is killed after any of its writes: another one finishes what it had begun, once. */
class CrashTest {
    /** More writes than anything here needs; the tests stop at the first kill that came too late. */
    private static final int MOST_WRITES = 30;

    private final RehearsedRepair repair = new RehearsedRepair();
    private final BotProcess.Parts parts = FakeKnowledge.parts().with(repair, repair);

    @ParameterizedTest
    @EnumSource(
            value = ChannelKind.class,
            names = {"TELEGRAM", "WEB"})
    void aMessageAnsweredAtOnceIsAnsweredOnce(ChannelKind channel) {
        killAfterEachWrite(channel, chat -> {}, new InboundContent.Text("谢谢"), after -> {
            assertThat(after.said()).containsExactly("不客气！还有事随时找我。");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = ChannelKind.class,
            names = {"TELEGRAM", "WEB"})
    void aMessageThatLayInTheMailboxIsAnsweredOnce(ChannelKind channel) {
        killAfterEachWrite(channel, chat -> chat.says("/start e-yihe"), new InboundContent.Text("嗡嗡"), after -> {
            assertThat(after.said()).hasSize(1).first().asString().contains("没明白");
        });
    }

    @Test
    void aTurnWithAnEffectHasItOnce() {
        killAfterEachWrite(ChannelKind.TELEGRAM, this::untilTheCheck, new InboundContent.Text("对"), after -> {
            assertThat(after.said()).containsExactly("登记好了，师傅会尽快联系您。");
            assertThat(repair.registered).hasSize(1);
            repair.registered.clear();
        });
    }

    private void untilTheCheck(Chat chat) {
        chat.says("/start e-yihe");
        chat.says("我要报修请登记一下");
        chat.says("家里");
        chat.says("厨房水龙头一直在漏水");
        chat.says("跳过");
        chat.says("跳过");
    }

    /** What was seen in the end. */
    private record After(List<String> said, World world, Chat chat) {}

    private void killAfterEachWrite(
            ChannelKind channel, Consumer<Chat> before, InboundContent sent, Consumer<After> expected) {
        boolean killed = true;
        for (int writes = 1; killed && writes <= MOST_WRITES; writes++) {
            World world = new World(Instant.parse("2026-11-25T02:00:00Z"));
            Chat chat = new Chat(world, new BotProcess(world, KillSwitch.never(), parts), channel, Optional.empty());
            before.accept(chat);
            chat.news();
            Inbound update = chat.update(sent);

            KillSwitch life = KillSwitch.afterWrites(writes);
            BotProcess doomed = new BotProcess(world, life, parts);
            boolean acknowledged = accepts(doomed, update, world);
            killed = life.isDead();

            BotProcess heir = new BotProcess(world, KillSwitch.never(), parts);
            chat.movesTo(heir);
            if (!acknowledged) {
                heir.mailbox.accept(update);
            }
            finish(world, heir);
            heir.mailbox.accept(update);
            finish(world, heir);

            expected.accept(new After(said(chat), world, chat));
            assertNothingIsLeft(world, heir, chat, update);
        }
        assertThat(killed).as("all writes were tried").isFalse();
    }

    /** Whether the provider got its 2xx; without it, it delivers again. */
    private static boolean accepts(BotProcess process, Inbound update, World world) {
        try {
            process.mailbox.accept(update);
            world.clock.passes(TurnRunner.REST_OF_SENTENCE);
            process.threads.runDue();
            return true;
        } catch (KillSwitch.Killed killed) {
            return false;
        }
    }

    private static void finish(World world, BotProcess process) {
        for (int round = 0; round < 3; round++) {
            world.clock.passes(Sweeper.UNTOUCHED.plusSeconds(1));
            world.letGo(process.gate);
            forgetLease(process);
            process.sweeper.sweep();
            world.clock.passes(TurnRunner.REST_OF_SENTENCE);
            process.threads.runDue();
        }
    }

    /** The dead process's leases end after {@link Leases#LENGTH} of real time; the test doesn't wait for it. */
    private static void forgetLease(BotProcess process) {
        process.conversations
                .unfinished(Instant.parse("2999-01-01T00:00:00Z"), 10)
                .forEach(id -> World.REDIS.sync().del("guanjia:turn:{" + id.value() + "}"));
    }

    private static List<String> said(Chat chat) {
        return chat.news().stream().map(content -> content.text()).toList();
    }

    private static void assertNothingIsLeft(World world, BotProcess process, Chat chat, Inbound update) {
        Conversation conversation = process.conversations.find(chat.id()).orElseThrow();
        assertThat(conversation.traffic().inbox()).isEmpty();
        assertThat(conversation.traffic().outbox()).isEmpty();
        assertThat(conversation.traffic().claimed()).isEmpty();
        assertThat(process.conversations.unfinished(world.clock.instant().plusSeconds(60), 10))
                .isEmpty();
        List<TranscriptLine> lines = process.transcript.since(chat.address(), 0, 100);
        assertThat(lines.stream().filter(line -> line.inboundId().equals(Optional.of(update.id()))))
                .hasSize(1);
        assertThat(world.sentTo(chat.address()).stream().map(Delivery::id).distinct())
                .hasSameSizeAs(world.sentTo(chat.address()));
    }
}
