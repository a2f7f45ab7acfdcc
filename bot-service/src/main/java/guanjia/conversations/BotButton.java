package guanjia.conversations;

import guanjia.delivery.Button;
import guanjia.dialogue.Dialogue;
import guanjia.dialogue.Say;
import guanjia.dialogue.Text;
import java.util.List;
import java.util.Optional;

/** Buttons that mean the same at any time, apart from those of a running flow, which carry their step. */
enum BotButton {
    POPULAR("b:popular", "menu.ask"),
    PERSON("b:person", "menu.person"),
    LANGUAGE("b:language", "menu.language"),
    ESTATE("b:estate", "menu.estate"),
    HELP("b:help", "menu.help"),
    MENU("b:menu", "menu.open"),
    STOP_WAITING("b:stop-waiting", "person.cancel");

    private static final String QUESTION = "q:";

    private final String token;
    private final String key;

    BotButton(String token, String key) {
        this.token = token;
        this.key = key;
    }

    Button in(Voice voice) {
        return new Button(voice.words(key), token);
    }

    /** The same under a message of the dialogue engine's. */
    Say.Choice choice() {
        return new Say.Choice(token, Text.of(key));
    }

    static Optional<BotButton> of(String token) {
        for (BotButton button : values()) {
            if (button.token.equals(token)) {
                return Optional.of(button);
            }
        }
        return Optional.empty();
    }

    /** Whether these offer a person and nothing else. */
    static boolean offerPerson(List<Button> buttons) {
        return buttons.size() == 1
                && (buttons.getFirst().token().equals(PERSON.token)
                        || Dialogue.offersPerson(buttons.getFirst().token()));
    }

    /** A button that asks the question on its label. @param turn the turn that shows it @param index its place there */
    static Button asking(String question, long turn, int index) {
        return new Button(question, QUESTION + turn + ":" + index);
    }

    static boolean isQuestion(String token) {
        return token.startsWith(QUESTION);
    }
}
