package guanjia.console;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.delivery.ChannelKind;
import guanjia.delivery.DeliveryState;
import guanjia.delivery.FailureReason;
import guanjia.directory.Language;
import guanjia.staff.Role;
import java.text.MessageFormat;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsoleWordsTest {
    private final ConsoleWords simplified = ConsoleWords.in(Language.ZH_HANS);

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasEverySentenceWithTheSameParts(Language language) {
        assertThat(parts(ConsoleWords.in(language))).isEqualTo(parts(simplified));
    }

    @Test
    void nothingIsLeftInTheOtherScript() {
        var traditional = ConsoleWords.in(Language.ZH_HANT).all("");
        assertThat(String.join("", traditional.values())).doesNotContain("们", "发", "录", "显", "设", "还");
        assertThat(ConsoleWords.in(Language.EN).all("").values()).noneMatch(words -> words.matches(".*\\p{IsHan}.*"));
    }

    @Test
    void everyStateReasonRoleAndChannelHasItsWords() {
        assertThat(simplified.all("fate.").keySet()).containsAll(names(DeliveryState.values()));
        assertThat(simplified.all("reason.").keySet()).containsAll(names(FailureReason.values()));
        assertThat(simplified.all("role.").keySet()).containsAll(names(Role.values()));
        assertThat(simplified.all("channel.").keySet()).containsAll(names(ChannelKind.values()));
        assertThat(simplified.all("visitor.").keySet()).containsAll(names(ChannelKind.values()));
        assertThat(simplified.all("language.").keySet())
                .containsAll(Stream.of(Language.values()).map(Language::tag).toList());
    }

    private static java.util.List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    /** The number of parts of each sentence; those of scripts have none. */
    private static TreeMap<String, Integer> parts(ConsoleWords words) {
        TreeMap<String, Integer> parts = new TreeMap<>();
        words.all("")
                .forEach((key, sentence) -> parts.put(
                        key,
                        key.startsWith("script.")
                                ? 0
                                : new MessageFormat(sentence).getFormatsByArgumentIndex().length));
        return parts;
    }
}
