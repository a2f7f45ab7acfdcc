package guanjia.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.directory.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {
    private final Phrases phrases = Phrases.load();

    @ParameterizedTest
    @CsvSource({
        "人工, PERSON",
        "请帮我转人工吧！, PERSON",
        "有人嗎？, PERSON",
        "Can I talk to a human, PERSON",
        "搵真人, PERSON",
        "取消, CANCEL",
        "算了吧, CANCEL",
        "never mind, CANCEL",
        "换小区, ESTATE",
        "切換房屋, ESTATE",
        "换语言, LANGUAGE",
        "English please, ENGLISH",
        "繁體中文, TRADITIONAL",
        "菜单, MENU",
        "谢谢！, THANKS",
        "你好, GREETING",
        "Hello!, GREETING",
        "上一步, BACK",
        "？？, HELP",
        "?, HELP",
        "你们这帮废物！, UPSET",
        "f*** you, UPSET",
        "多謝晒, THANKS",
        "我想轉屋苑, ESTATE"
    })
    void readsAWish(String message, Phrase wish) {
        assertThat(phrases.wish(Typed.of(message))).contains(wish);
    }

    @ParameterizedTest
    @CsvSource({"取消预约要收费吗", "人工草坪能踢球吗", "会所前台电话是多少", "怎么换门禁卡", "停车费多少", "垃圾放哪里", "靠近南门的车位"})
    void takesNoQuestionForAWish(String message) {
        assertThat(phrases.wish(Typed.of(message))).isEmpty();
    }

    @Test
    void tellsTheLanguageOnlyWhereCharactersDo() {
        assertThat(language("電梯壞了", Language.ZH_HANS)).contains(Language.ZH_HANT);
        assertThat(language("电梯坏了", Language.ZH_HANT)).contains(Language.ZH_HANS);
        assertThat(language("你好", Language.ZH_HANT)).isEmpty();
        assertThat(language("When is the gym open?", Language.ZH_HANS)).contains(Language.EN);
        assertThat(language("ok 3A", Language.ZH_HANS)).isEmpty();
        assertThat(language("https://www.example.com/some/page", Language.ZH_HANS))
                .isEmpty();
        assertThat(language("写到 someone@example.com", Language.ZH_HANS)).contains(Language.ZH_HANS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "Start", "UNSTOP", "Help", "INFO", "STOP", "stopall", "Unsubscribe", "Stop."})
    void whatCarriersTellPeopleToSendIsNoEnglish(String keyword) {
        assertThat(language(keyword, Language.ZH_HANS)).isEmpty();
        assertThat(language(keyword + " the water please", Language.ZH_HANS)).contains(Language.EN);
    }

    @Test
    void whoGreetsInEnglishAndWritesChineseIsAnsweredInTheEstatesChinese() {
        assertThat(language("Hello", Language.ZH_HANT)).contains(Language.EN);
        assertThat(WrittenLanguage.of("你好", Language.EN, Language.ZH_HANT)).contains(Language.ZH_HANT);
        assertThat(WrittenLanguage.of("停车费", Language.EN, Language.ZH_HANT)).contains(Language.ZH_HANS);
    }

    private static Optional<Language> language(String text, Language current) {
        return WrittenLanguage.of(text, current, Language.ZH_HANS);
    }
}
