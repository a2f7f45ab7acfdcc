package guanjia.conversations;

import guanjia.delivery.Button;
import guanjia.delivery.Content;
import java.util.ArrayList;
import java.util.List;

/** The menu: what can always be pressed. */
final class Menus {
    private Menus() {}

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
}
