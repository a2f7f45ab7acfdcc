package guanjia.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Everything needed to answer for one estate at one version. Immutable: who began on it finishes on it. What an audience may not read
 * isn't in its index at all; audiences that may read the same share one. Everybody's index is there from the beginning, those of closer
 * circles from their first question on.
 */
final class Snapshot {
    private final long version;
    private final Terms terms;
    private final List<NoticeInForce> notices;
    private final List<Indexed> sections;
    private final Set<Audience> written;
    private final Map<Audience, Index> indexes = new ConcurrentHashMap<>();

    Snapshot(long version, Terms terms, List<NoticeInForce> notices, List<Indexed> sections) {
        this.version = version;
        this.terms = terms;
        this.notices = List.copyOf(notices);
        this.sections = List.copyOf(sections);
        this.written = sections.stream()
                .map(section -> section.entry().section().audience())
                .collect(Collectors.toUnmodifiableSet());
        readableBy(Audience.EVERYBODY);
    }

    long version() {
        return version;
    }

    Terms terms() {
        return terms;
    }

    List<NoticeInForce> notices() {
        return notices;
    }

    Index readableBy(Audience reader) {
        return indexes.computeIfAbsent(closest(reader), this::index);
    }

    /** The closest circle that something is written for which the reader may read. */
    private Audience closest(Audience reader) {
        return written.stream()
                .filter(reader::mayRead)
                .max(Comparator.naturalOrder())
                .orElse(Audience.EVERYBODY);
    }

    private Index index(Audience reader) {
        return new Index(sections.stream()
                .filter(section -> reader.mayRead(section.entry().section().audience()))
                .toList());
    }
}
