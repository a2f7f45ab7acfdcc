package guanjia.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.dialogue.Messages;
import guanjia.dialogue.Text;
import guanjia.directory.Language;
import guanjia.knowledge.Emergency;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {
    private static final Pattern FIELD = Pattern.compile("\\{([a-zA-Z-]+)(?::[^}]*)?}");

    private final Wording wording = Wording.load();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasEveryMessage(Language language) {
        assertThat(wording.all(language).keySet())
                .isEqualTo(wording.all(Language.ZH_HANS).keySet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageNamesTheSameFields(Language language) {
        wording.all(Language.ZH_HANS).forEach((key, template) -> assertThat(
                        fields(wording.all(language).get(key)))
                .as(key)
                .isEqualTo(fields(template)));
    }

    @Test
    void theEnginesMessagesAreAllThere() {
        assertThat(wording.all(Language.ZH_HANS)).containsKeys(Messages.all().toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource(Emergency.Kind.class)
    void everyDangerHasThreeLinesOfSafetyWords(Emergency.Kind kind) {
        String key = "emergency." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (Language language : Language.values()) {
            assertThat(wording.all(language).get(key).lines())
                    .as(key + language)
                    .hasSize(3);
        }
    }

    @Test
    void countsOnePersonAndTwoPeople() {
        assertThat(queue(Language.EN, 1)).contains("1 person is ahead of you", "within 1 minute.");
        assertThat(queue(Language.EN, 2)).contains("2 people are ahead of you", "within 2 minutes.");
        assertThat(queue(Language.ZH_HANS, 1)).contains("前面还有1位", "1分钟");
    }

    private String queue(Language language, int number) {
        return wording.say(language, Text.of("person.open", Map.of("ahead", number, "minutes", number)), Map.of());
    }

    private static TreeSet<String> fields(String template) {
        return FIELD.matcher(template)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
