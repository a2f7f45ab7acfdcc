package guanjia.knowledge.reading;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A section where readers find it: what the public page shows of it.
 *
 * @param path titles of the headings above it, outermost first
 * @param title its heading
 * @param text as in {@link ReadSection#text()}
 * @param anchor its name in links, as in {@link Anchors}; letters, digits and dashes
 * @throws IllegalArgumentException when the anchor has other characters
 */
public record PlacedSection(List<String> path, String title, String text, String anchor) {
    public PlacedSection {
        path = List.copyOf(path);
        if (!anchor.matches("[A-Za-z0-9-]{1,80}")) {
            throw new IllegalArgumentException("An anchor is 1 to 80 letters, digits and dashes");
        }
    }

    /** All sections of a handbook that was just read, with their anchors. */
    public static List<PlacedSection> of(ReadHandbook handbook) {
        List<String> anchors = Anchors.of(handbook.sections());
        List<ReadSection> sections = handbook.sections();
        return IntStream.range(0, sections.size())
                .mapToObj(at -> new PlacedSection(
                        sections.get(at).path(),
                        sections.get(at).title(),
                        sections.get(at).text(),
                        anchors.get(at)))
                .toList();
    }
}
