package guanjia.dialogue;

import java.util.Map;

/** Something to read, not yet in any language. Rendered at the edge, where channel and language are known. */
public sealed interface Text {
    /** A message of the message files. */
    static Text of(String key) {
        return new Message(key, Map.of());
    }

    /** A message of the message files, with arguments. */
    static Text of(String key, Map<String, ?> args) {
        return new Message(key, Map.copyOf(args));
    }

    /** Words that are the same in every language, such as a unit's code or what the resident wrote. */
    static Text literal(String words) {
        return new Words(words);
    }

    /**
     * A message of the message files.
     *
     * @param key its key
     * @param args named values: strings, numbers, {@code java.time} values (formatted for the reader) and other texts (rendered first)
     */
    record Message(String key, Map<String, Object> args) implements Text {
        public Message {
            args = Map.copyOf(args);
        }
    }

    /** Words to show as they are. */
    record Words(String words) implements Text {}
}
