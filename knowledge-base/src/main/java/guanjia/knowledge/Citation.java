package guanjia.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where an answer stands.
 *
 * @param source what kind of text it is
 * @param handbook the handbook's or notice's id
 * @param title the handbook's title; a notice's area
 * @param path titles from the outermost heading to the section's own
 * @param anchor the section's anchor in the handbook's page; empty for a notice
 * @param quote words that stand in the section exactly so
 * @param updated the day that the handbook names or else was published
 * @param audience who may open it
 */
public record Citation(
        Source source,
        String handbook,
        String title,
        List<String> path,
        String anchor,
        String quote,
        Optional<LocalDate> updated,
        Audience audience) {
    /** Kinds of text. */
    public enum Source {
        HANDBOOK,
        NOTICE
    }

    public Citation {
        path = List.copyOf(path);
    }

    /** The title of the section itself. */
    public String section() {
        return path.isEmpty() ? title : path.getLast();
    }

    /** "document › section › date", as residents read it. */
    public String line() {
        String place = section().equals(title) ? title : title + " › " + section();
        return updated.map(day -> place + " › " + day).orElse(place);
    }
}
