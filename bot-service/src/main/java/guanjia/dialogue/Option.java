package guanjia.dialogue;

/**
 * One possible answer to a question.
 *
 * @param code what is stored, never shown, stable across deployments; any length (long codes travel in tokens as a hash)
 * @param label what the resident sees
 */
public record Option(String code, Text label) {
    /** @throws IllegalArgumentException when the code is blank */
    public Option {
        if (code.isBlank()) {
            throw new IllegalArgumentException("An option needs a code");
        }
    }

    /** An option whose label is a message of the message files. */
    public static Option of(String code, String labelKey) {
        return new Option(code, Text.of(labelKey));
    }

    /** An option whose label is the same in every language. */
    public static Option literal(String code, String words) {
        return new Option(code, Text.literal(words));
    }
}
