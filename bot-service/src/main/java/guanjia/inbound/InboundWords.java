package guanjia.inbound;

import guanjia.directory.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;

/** What residents read from this package, from {@code inbound*.properties beside it}; the nameless file is zh-Hans. Safe for use by many threads. */
final class InboundWords {
    private static final String FILE = "guanjia.inbound.inbound";

    /** The sentence for a key. @throws java.util.MissingResourceException when no file has it */
    String say(Language language, String key, Object... parts) {
        String pattern = bundle(language).getString(key);
        return parts.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(parts);
    }

    /** All sentences whose key begins so, by the rest of the key. */
    Map<String, String> all(Language language, String prefix) {
        ResourceBundle bundle = bundle(language);
        Map<String, String> sentences = new TreeMap<>();
        bundle.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> sentences.put(key.substring(prefix.length()), bundle.getString(key)));
        return sentences;
    }

    /** Never by the server's own locale. */
    private static ResourceBundle bundle(Language language) {
        Locale locale = language == Language.ZH_HANS ? Locale.ROOT : language.locale();
        return ResourceBundle.getBundle(FILE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
