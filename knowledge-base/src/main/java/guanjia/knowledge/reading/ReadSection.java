package guanjia.knowledge.reading;

import java.util.List;

/**
 * One heading with the text directly below it: the unit that is searched and cited.
 *
 * @param path titles of the headings above, outermost first, without this section's own title and without the handbook's
 * @param title the heading as written, with its number
 * @param text plain text, never blank: paragraphs and list items one a line; each table row one line that names its columns,
 *     e.g. {@code 商铺 | 装修押金: 5000元}; the title again when the heading stands alone
 * @param aliases other names or questions for this section, as the document's author listed them
 * @param level depth of the heading, 1 (outermost) to 6
 */
public record ReadSection(List<String> path, String title, String text, List<String> aliases, int level) {
    public ReadSection {
        path = List.copyOf(path);
        aliases = List.copyOf(aliases);
    }
}
