package guanjia.console;

import guanjia.directory.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;

/**
 * What staff read, from {@code console*.properties}, in one language; the nameless file is zh-Hans. Sentences with parts are
 * {@link MessageFormat}s. Immutable. Its public methods are for the templates.
 */
final class ConsoleWords {
    private static final String FILE = "guanjia.console.console";

    private final Language language;
    private final ResourceBundle sentences;

    private ConsoleWords(Language language, ResourceBundle sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    /** Never by the server's own locale. */
    static ConsoleWords in(Language language) {
        Locale locale = language == Language.ZH_HANS ? Locale.ROOT : language.locale();
        return new ConsoleWords(
                language,
                ResourceBundle.getBundle(FILE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
    }

    /** The sentence for a key. @throws java.util.MissingResourceException when no file has it */
    public String say(String key, Object... parts) {
        String pattern = sentences.getString(key);
        return parts.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(parts);
    }

    /** All sentences whose key begins so, by the rest of the key. */
    Map<String, String> all(String prefix) {
        Map<String, String> found = new TreeMap<>();
        sentences.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> found.put(key.substring(prefix.length()), sentences.getString(key)));
        return found;
    }

    Language language() {
        return language;
    }

    /** For the page's {@code lang}. */
    public String tag() {
        return language.tag();
    }
}
