package guanjia.conversations;

import guanjia.delivery.Button;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The menu and what else tells a resident what can be asked. */
final class Menus {
    private static final int MOST_EXAMPLES = 4;

    /** Three segments of Chinese, at 67 characters (3GPP TS 23.040); the estate's name makes any message Chinese. */
    private static final int SMS_LENGTH = 3 * 67;

    private Menus() {}

    /** The first words to a resident. @param estates how many there are to choose from */
    static Content welcome(Scene scene, int estates) {
        if (scene.channel() != ChannelKind.SMS) {
            return menu(scene, "welcome", estates);
        }
        String words = welcomeBySms(scene, MOST_EXAMPLES);
        for (int fewer = MOST_EXAMPLES - 1; fewer > 0 && words.length() > SMS_LENGTH; fewer--) {
            words = welcomeBySms(scene, fewer);
        }
        return Content.text(words);
    }

    /** @param key of the message above the buttons @param estates how many there are to choose from */
    static Content menu(Scene scene, String key, int estates) {
        return Content.withButtons(scene.voice().words(key), rows(scene.voice(), estates));
    }

    static List<List<Button>> rows(Voice voice, int estates) {
        List<Button> buttons = new ArrayList<>(
                List.of(BotButton.POPULAR.in(voice), BotButton.PERSON.in(voice), BotButton.LANGUAGE.in(voice)));
        if (estates > 1) {
            buttons.add(BotButton.ESTATE.in(voice));
        }
        buttons.add(BotButton.HELP.in(voice));
        return Voice.rows(buttons);
    }

    /** The questions asked most. @param turn that shows them */
    static Content popular(Scene scene, long turn) {
        List<List<Button>> rows = new ArrayList<>();
        questions(scene).forEach(question -> rows.add(List.of(BotButton.asking(question, turn, rows.size()))));
        return Content.withButtons(scene.voice().words("ask.popular"), rows);
    }

    private static String welcomeBySms(Scene scene, int examples) {
        Voice voice = scene.voice();
        String some =
                questions(scene).stream().limit(examples).collect(Collectors.joining(voice.words("list.between")));
        return voice.words("welcome.sms", Map.of("examples", some));
    }

    private static List<String> questions(Scene scene) {
        String kind = scene.estate().map(estate -> estate.kind().name()).orElse("RESIDENTIAL");
        return Arrays.stream(scene.voice().words("popular." + kind).split("\\|"))
                .map(String::strip)
                .toList();
    }
}
