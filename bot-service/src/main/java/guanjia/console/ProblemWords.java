package guanjia.console;

import guanjia.directory.Language;
import java.util.ResourceBundle;

/** The sentences that this package says to staff, from {@code problems*.properties}. */
final class ProblemWords {
    private static final String FILE = "guanjia.console.problems";

    private ProblemWords() {}

    /** @param key as in the file */
    static String of(String key, Language reader) {
        return ResourceBundle.getBundle(
                        FILE,
                        reader.locale(),
                        ProblemWords.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }
}
