package guanjia.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that residents are served in. The first is the product's default. */
public enum Language {
    /** Simplified Chinese. */
    ZH_HANS("zh-Hans"),
    /** Traditional Chinese. */
    ZH_HANT("zh-Hant"),
    /** English. */
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, as in the REST API and CSV files. */
    public String tag() {
        return tag;
    }

    /** The same as a locale, for message files and formats. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /**
     * Reads a tag as people and providers write them: any case; {@code zh}, {@code zh-CN} and {@code zh-SG} are simplified; {@code zh-TW},
     * {@code zh-HK} and {@code zh-MO} traditional; {@code en-…} English. Empty for other languages.
     */
    public static Optional<Language> of(String written) {
        Locale locale = Locale.forLanguageTag(written.strip().replace('_', '-'));
        return switch (locale.getLanguage()) {
            case "en" -> Optional.of(EN);
            case "zh", "yue" -> Optional.of(isTraditional(locale) ? ZH_HANT : ZH_HANS);
            default -> Optional.empty();
        };
    }

    /** The most wanted of these in an {@code Accept-Language} header; empty when it names none or can't be read. */
    public static Optional<Language> accepted(String header) {
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .flatMap(range -> of(range.getRange()).stream())
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a header that nobody can read says nothing
        }
    }

    private static boolean isTraditional(Locale locale) {
        if (!locale.getScript().isEmpty()) {
            return locale.getScript().equals("Hant");
        }
        return locale.getLanguage().equals("yue")
                || Arrays.asList("TW", "HK", "MO").contains(locale.getCountry());
    }
}
