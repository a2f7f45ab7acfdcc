package guanjia.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.delivery.ChannelKind;
import guanjia.directory.EstateCode;
import guanjia.directory.Language;
import guanjia.staff.StaffMember;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A chat by SMS: no app tells a language, nothing can be pressed, every segment is paid for. */
class SmsTalkTest {
    /** 3GPP TS 23.040: characters in one of several segments of Chinese; English has more than twice that room. */
    private static final int UCS2_SEGMENT = 67;

    private static final StaffMember CLERK = StaffMember.ofToken("desk");

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

    @ParameterizedTest
    @CsvSource({
        "你好,颐和花园,停车月保怎么收费,人工",
        "START,颐和花园,停车月保怎么收费,人工",
        "哈囉,頤和花園,停車月保怎麼收費,真人",
        "Hello,颐和花园,monthly parking,HUMAN"
    })
    void theFirstGreetingSaysWhoIsThereWhatCanBeAskedAndHowToReachAPersonInThreeSegments(
            String greeting, String name, String example, String person) {
        bot.mailbox.accept(toYihe(greeting));
        assertThat(chat.news())
                .singleElement()
                .satisfies(content -> assertThat(content.text()).contains(name, example, person))
                .satisfies(content -> assertThat(content.buttons()).isEmpty())
                .satisfies(content -> assertThat(content.text().length()).isLessThanOrEqualTo(3 * UCS2_SEGMENT));
        chat.says(greeting);
        assertThat(chat.news()).singleElement().satisfies(again -> assertThat(again.text())
                .doesNotContain(example));
    }

    @Test
    void theNumberOfALineIsAnsweredAsTheLineIs() {
        bot.mailbox.accept(toYihe("你好"));
        chat.says("帮助");
        assertThat(chat.news().getLast().buttons().getFirst().getFirst().label())
                .isEqualTo("常见问题");
        chat.says("1");
        assertThat(chat.news().getLast().text()).startsWith("大家常问这些");
        chat.says("第3个");
        assertThat(bot.handOffs.transcript(CLERK, chat.id(), 0).orElseThrow())
                .extracting(TranscriptLine::text)
                .contains("第3个");
        assertThat(chat.news()).singleElement().satisfies(answer -> assertThat(answer.text())
                .contains("没有查到"));
    }

    private Inbound toYihe(String words) {
        Inbound update = chat.update(new InboundContent.Text(words));
        return new Inbound(
                update.id(),
                update.from(),
                update.at(),
                Optional.of(new EstateCode("yihe")),
                update.language(),
                update.content());
    }

    private Language language() {
        return bot.conversations.find(chat.id()).orElseThrow().talk().language();
    }
}
