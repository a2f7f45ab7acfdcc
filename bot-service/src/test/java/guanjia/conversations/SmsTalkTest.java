package guanjia.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.delivery.ChannelKind;
import guanjia.directory.Language;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chat by SMS: no app tells a language, nothing can be pressed, every segment is paid for. */
class SmsTalkTest {
    private final World world = new World(Instant.parse("2026-11-25T02:00:00Z"));
    private final BotProcess bot = new BotProcess(world, KillSwitch.never(), FakeKnowledge.parts());
    private final Chat chat = new Chat(world, bot, ChannelKind.SMS, Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"START", "HELP", "STOP"})
    void aKeywordOfTheCarriersKeepsAChineseChatChinese(String keyword) {
        chat.says("你好");
        chat.news();
        chat.says(keyword);
        assertThat(chat.news()).isNotEmpty().allSatisfy(content -> assertThat(content.text())
                .containsPattern("\\p{IsHan}{4}"));
        assertThat(language()).isEqualTo(Language.ZH_HANS);
    }

    @Test
    void aFirstHelloInEnglishIsForgottenAtTheFirstChineseWords() {
        chat.says("Hello");
        assertThat(language()).isEqualTo(Language.EN);
        chat.says("你好");
        assertThat(language()).isEqualTo(Language.ZH_HANS);
    }

    private Language language() {
        return bot.conversations.find(chat.id()).orElseThrow().talk().language();
    }
}
