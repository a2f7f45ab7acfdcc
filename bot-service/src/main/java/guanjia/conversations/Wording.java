package guanjia.conversations;

import guanjia.dialogue.Text;
import guanjia.directory.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words of the bot: every feature's {@code messages_<language>.properties}, with fields in braces and, where a language
 * needs it, singular and plural. Immutable and thread-safe.
 */
final class Wording {
    /** {@code {name}}, or {@code {name:person|people}} for a number and the noun that goes with it. */
    private static final Pattern FIELD = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9-]*)(?::([^|{}]*)\\|([^|{}]*))?}");

    private final Map<Language, Map<String, String>> messages;

    private Wording(Map<Language, Map<String, String>> messages) {
        this.messages = messages;
    }

    /** Reads all message files on the class path. */
    static Wording load() {
        Map<Language, Map<String, String>> messages = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            messages.put(
                    language,
                    read("classpath*:guanjia/*/messages_" + language.tag().replace('-', '_') + ".properties"));
        }
        return new Wording(messages);
    }

    /** All keys of a language, for the test that no language lacks one. */
    Map<String, String> all(Language language) {
        return messages.getOrDefault(language, Map.of());
    }

    /** Whether there is such a message. */
    boolean has(String key) {
        return all(Language.ZH_HANS).containsKey(key);
    }

    /**
     * A text in a language.
     *
     * @param fields values for the fields; texts among them are rendered first
     * @throws IllegalStateException when the message or one of its fields is missing: a mistake of ours that tests find
     */
    String say(Language language, Text text, Map<String, ?> fields) {
        return switch (text) {
            case Text.Words words -> words.words();
            case Text.Message message -> {
                Map<String, Object> all = new HashMap<>(fields);
                all.putAll(message.args());
                yield fill(language, template(language, message.key()), all);
            }
        };
    }

    private String template(Language language, String key) {
        String template = all(language).get(key);
        if (template == null) {
            throw new IllegalStateException("No message " + key + " in " + language.tag());
        }
        return template;
    }

    private String fill(Language language, String template, Map<String, ?> fields) {
        return FIELD.matcher(template)
                .replaceAll(field ->
                        Matcher.quoteReplacement(counted(field, value(language, template, field.group(1), fields))));
    }

    private static String counted(MatchResult field, String value) {
        if (field.group(2) == null) {
            return value;
        }
        return value + " " + (value.equals("1") ? field.group(2) : field.group(3));
    }

    private String value(Language language, String template, String field, Map<String, ?> fields) {
        Object value = Optional.<Object>ofNullable(fields.get(field))
                .orElseThrow(() -> new IllegalStateException("Nothing for {" + field + "} in: " + template));
        return value instanceof Text text ? say(language, text, fields) : value.toString();
    }

    private static Map<String, String> read(String pattern) {
        Map<String, String> all = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                Properties properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, value) -> all.put(key.toString(), value.toString()));
            }
            return Map.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
