package guanjia.knowledge;

import java.util.List;
import java.util.Locale;

/**
 * One section of a handbook, the unit that is found and cited.
 *
 * @param anchor stable while its headings keep their words; unique in the handbook
 * @param path titles of the headings above, outermost first
 * @param title its own heading
 * @param level depth of its heading, 1 = outermost
 * @param text plain text in the document's words; lines of a table are "head: cell; head: cell"
 * @param aliases other words that people ask for it with
 */
public record Section(
        String anchor,
        List<String> path,
        String title,
        int level,
        String text,
        List<String> aliases,
        Audience audience) {
    public Section {
        path = List.copyOf(path);
        aliases = List.copyOf(aliases);
    }

    /** Its heading; for readers of English another name in Latin letters when it has one. */
    public String named(Locale language) {
        if (!language.getLanguage().equals(Locale.ENGLISH.getLanguage()) || isLatin(title)) {
            return title;
        }
        return aliases.stream().filter(Section::isLatin).findFirst().orElse(title);
    }

    private static boolean isLatin(String name) {
        return name.codePoints().noneMatch(Character::isIdeographic);
    }
}
