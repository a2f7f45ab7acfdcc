package guanjia.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.delivery.ChannelKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands alone is answered at once; what may be the beginning of something waits a moment for the rest. */
class BurstTest {
    /** Who waits longer takes the bot for dead. */
    private static final Duration BEFORE_IT_FEELS_LIKE_SILENCE = Duration.ofSeconds(1);

    private final World world = new World(Instant.parse("2026-11-25T02:00:00Z"));
    private final BotProcess bot = new BotProcess(
            world,
            KillSwitch.never(),
            new BotProcess.Parts(StoryKnowledge.base(), StoryKnowledge.readings(), List.of(), List.of()));
    private final Chat chat = new Chat(world, bot, ChannelKind.TELEGRAM, Optional.empty());

    @BeforeEach
    void begin() {
        chat.says("/start e-yihe");
        chat.news();
    }

    @ParameterizedTest
    @ValueSource(strings = {"你好", "谢谢", "菜单", "人工", "转真人", "我要报修", "投诉", "漏水了", "怎么停车", "泳池几点关", "着火了", "ok", "hello"})
    void whatStandsAloneIsAnsweredAtOnce(String words) {
        chat.says(words);
        assertThat(chat.news()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"停车费", "我家", "parking"})
    void aFewWordsWaitLessThanASecondForMore(String words) {
        chat.says(words);
        assertThat(chat.news()).isEmpty();
        world.clock.passes(BEFORE_IT_FEELS_LIKE_SILENCE);
        bot.threads.runDue();
        assertThat(chat.news()).isNotEmpty();
    }

    @Test
    void messagesSentInOneBurstAreReadAsOne() {
        chat.says("停车");
        world.clock.passes(Duration.ofMillis(700));
        chat.says("月保");
        world.clock.passes(Duration.ofMillis(700));
        bot.threads.runDue();
        assertThat(chat.news()).as("each piece lets the others wait").isEmpty();
        chat.says("多少钱");
        world.clock.passes(BEFORE_IT_FEELS_LIKE_SILENCE);
        bot.threads.runDue();
        assertThat(chat.news()).singleElement().satisfies(answer -> assertThat(answer.text())
                .contains("450"));
    }
}
