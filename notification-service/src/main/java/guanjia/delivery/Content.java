package guanjia.delivery;

import java.util.List;

/**
 * What a message says, already in the reader's language and in plain text (no markup of any channel).
 *
 * @param text the text, not blank; channels split it where it is longer than they carry
 * @param buttons rows of buttons, top to bottom; empty for none
 * @param asksContact whether Telegram should offer its "share my phone number" key; other channels ignore it
 */
public record Content(String text, List<List<Button>> buttons, boolean asksContact) {
    /** @throws IllegalArgumentException when the text is blank */
    public Content {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A message needs a text");
        }
        buttons = buttons.stream().map(List::copyOf).toList();
    }

    /** A message without buttons. */
    public static Content text(String text) {
        return new Content(text, List.of(), false);
    }

    /** A message with rows of buttons. */
    public static Content withButtons(String text, List<List<Button>> buttons) {
        return new Content(text, buttons, false);
    }
}
