package guanjia.knowledge.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A handbook as a reader found it in one file.
 *
 * @param title what the document calls itself, else the file's name without its ending; never blank
 * @param updated the day the document says it was last changed, when it says so
 * @param audience who may see it, in the document's own word (front matter {@code audience}), not interpreted here
 * @param sections in document order, at least one
 * @param warnings what staff should look at, as sentences in simplified Chinese, e.g. that no headings were found
 */
public record ReadHandbook(
        String title,
        Optional<LocalDate> updated,
        Optional<String> audience,
        List<ReadSection> sections,
        List<String> warnings) {
    public ReadHandbook {
        sections = List.copyOf(sections);
        warnings = List.copyOf(warnings);
    }
}
