package guanjia.knowledge.reading;

import java.util.List;

/** Names for the places of a handbook that links point to: they outlive edits, renumbering and sections put in between. */
public final class Anchors {
    private Anchors() {}

    /** One anchor for each section, in the same order, each unique within the list. */
    public static List<String> of(List<ReadSection> sections) {
        return sections.stream()
                .map(section -> "s-" + section.title().hashCode())
                .toList();
    }
}
