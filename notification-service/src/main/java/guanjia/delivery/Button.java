package guanjia.delivery;

/**
 * Something to press under a message. Channels without buttons show the labels as numbered lines instead.
 *
 * @param label what the reader sees, in the reader's language
 * @param token what comes back when it is pressed: at most 64 bytes of UTF-8 (Telegram Bot API, InlineKeyboardButton.callback_data);
 *     a link instead when it begins with {@code https://} or {@code http://}
 */
public record Button(String label, String token) {
    /** @throws IllegalArgumentException when the label is blank or the token too long */
    public Button {
        if (label.isBlank()) {
            throw new IllegalArgumentException("A button needs a label");
        }
        boolean link = token.startsWith("https://") || token.startsWith("http://");
        if (!link && token.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 64) {
            throw new IllegalArgumentException("A button's token has at most 64 bytes");
        }
    }

    /** Whether pressing it opens a page instead of answering. */
    public boolean isLink() {
        return token.startsWith("https://") || token.startsWith("http://");
    }
}
