package guanjia.dialogue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a button carries: {@code d:instance:question:code}.
 *
 * @param instance of the flow
 * @param question name of it, or one of the engine's own
 * @param code of the option, or {@code ~} and its fingerprint where it is too long
 */
record Token(String instance, String question, String code) {
    /** Telegram Bot API, InlineKeyboardButton.callback_data. */
    static final int MOST_BYTES = 64;

    static final String PREFIX = "d:";

    /** The engine's own questions. */
    static final String WHICH = "!which";

    static final String CANCEL = "!cancel";
    static final String RESUME = "!resume";
    static final String PERSON = "!person";

    static Optional<Token> parse(String text) {
        String[] parts = text.split(":", 4);
        return parts.length == 4 && parts[0].equals("d")
                ? Optional.of(new Token(parts[1], parts[2], parts[3]))
                : Optional.empty();
    }

    String text() {
        String whole = PREFIX + instance + ":" + question + ":" + code;
        return whole.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                ? whole
                : PREFIX + instance + ":" + question + ":" + shortened(code);
    }

    /** The full code among these. */
    String codeAmong(List<Option> options) {
        return options.stream()
                .map(Option::code)
                .filter(c -> c.equals(code) || shortened(c).equals(code))
                .findFirst()
                .orElse(code);
    }

    private static String shortened(String code) {
        return "~" + Fingerprint.of(code);
    }
}
