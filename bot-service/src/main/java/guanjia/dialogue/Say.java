package guanjia.dialogue;

import java.util.List;
import java.util.Map;

/**
 * One message of the bot, not yet in any language.
 *
 * @param text what it says
 * @param choices what can be pressed, in order; numbered lines where a channel has no buttons
 * @param brief whether this repeats a question after something else was said: the edge uses the message {@code key + ".brief"} where it
 *     exists, and may join it to the message before
 * @param asksContact whether the resident is asked to share the own phone number (a key of its own on Telegram)
 */
public record Say(Text text, List<Choice> choices, boolean brief, boolean asksContact) {
    public Say {
        choices = List.copyOf(choices);
    }

    /** A message of the message files, nothing to press. */
    public static Say of(String key) {
        return of(Text.of(key));
    }

    /** A message of the message files with arguments (see {@link Text.Message}), nothing to press. */
    public static Say of(String key, Map<String, ?> args) {
        return of(Text.of(key, args));
    }

    /** A text, nothing to press. */
    public static Say of(Text text) {
        return new Say(text, List.of(), false, false);
    }

    /**
     * Something to press.
     *
     * @param token what comes back in {@link Heard.Pressed}: ASCII or UTF-8, at most 64 bytes
     * @param label what the resident sees
     */
    public record Choice(String token, Text label) {}
}
