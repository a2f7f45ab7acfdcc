package guanjia.console;

import guanjia.directory.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads which language a page or a problem is to be written in. */
final class ReaderLanguage {
    private ReaderLanguage() {}

    /** The most wanted language of an {@code Accept-Language} header that there is; simplified Chinese when there is none. */
    static Language of(String header) {
        return ranges(header).stream()
                .map(range -> Language.of(range.getRange()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Language.ZH_HANS);
    }

    private static List<Locale.LanguageRange> ranges(String header) {
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of(); // a header that nobody can read says nothing
        }
    }
}
