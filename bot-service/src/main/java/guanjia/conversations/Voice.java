package guanjia.conversations;

import guanjia.delivery.Button;
import guanjia.delivery.Content;
import guanjia.dialogue.Say;
import guanjia.dialogue.Text;
import guanjia.directory.Language;
import guanjia.knowledge.ChineseScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the bot speaks in one conversation: its language, and what every message may name (estate, hotline, greeting).
 *
 * @param wording all messages
 * @param language the reader's
 * @param fields what every message may name
 */
record Voice(Wording wording, Language language, Map<String, String> fields) {
    /** What fits side by side on a phone, in columns; a Chinese character takes two. Buttons of a row are equally wide. */
    private static final int ROW = 36;

    private static final int BUTTONS_A_ROW = 3;

    Voice in(Language other) {
        return new Voice(wording, other, fields);
    }

    String words(Text text) {
        return wording.say(language, text, fields);
    }

    String words(String key, Map<String, ?> args) {
        return words(Text.of(key, args));
    }

    String words(String key) {
        return words(Text.of(key));
    }

    /** A message of the engine as it leaves. */
    Content content(Say say) {
        List<Button> buttons = say.choices().stream()
                .map(choice -> new Button(label(choice.label()), choice.token()))
                .toList();
        return new Content(words(shortened(say)), rows(buttons), say.asksContact());
    }

    /** Names are written in simplified characters; readers of traditional ones get those. */
    private String label(Text label) {
        return label instanceof Text.Words name ? inScript(name.words()) : words(label);
    }

    /** A name in the script of the reader. */
    String inScript(String name) {
        return language == Language.ZH_HANT ? ChineseScript.traditional(name) : name;
    }

    private Text shortened(Say say) {
        return say.brief() && say.text() instanceof Text.Message message && wording.has(message.key() + ".brief")
                ? Text.of(message.key() + ".brief", message.args())
                : say.text();
    }

    /** Labels side by side as long as they fit. */
    static List<List<Button>> rows(List<Button> buttons) {
        List<List<Button>> rows = new ArrayList<>();
        List<Button> row = new ArrayList<>();
        for (Button button : buttons) {
            int widest = Math.max(
                    width(button), row.stream().mapToInt(Voice::width).max().orElse(0));
            boolean fits = row.size() < BUTTONS_A_ROW && widest * (row.size() + 1) <= ROW;
            if (!fits && !row.isEmpty()) {
                rows.add(row);
                row = new ArrayList<>();
            }
            row.add(button);
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }

    private static int width(Button button) {
        return button.label()
                .codePoints()
                .map(c -> Character.isIdeographic(c) ? 2 : 1)
                .sum();
    }
}
