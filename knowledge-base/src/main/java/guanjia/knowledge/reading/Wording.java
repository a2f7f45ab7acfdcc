package guanjia.knowledge.reading;

import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of this package in one language, from {@code reading*.properties}; simplified Chinese where a language is missing. */
record Wording(ResourceBundle bundle) {
    static final Locale SIMPLIFIED = Locale.forLanguageTag("zh-Hans");

    static Wording of(Locale language) {
        return new Wording(ResourceBundle.getBundle(
                "guanjia.knowledge.reading.reading",
                language,
                Wording.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    String text(String key) {
        return bundle.getString(key);
    }
}
