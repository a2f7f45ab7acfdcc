package guanjia.knowledge;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything needed to answer for one estate at one version. Immutable: who began on it finishes on it. What an audience may not read
 * isn't in its index at all; audiences that may read the same share one.
 */
final class Snapshot {
    private final long version;
    private final Terms terms;
    private final List<NoticeInForce> notices;
    private final Map<Audience, Index> indexes = new EnumMap<>(Audience.class);

    Snapshot(long version, Terms terms, List<NoticeInForce> notices, List<Indexed> sections) {
        this.version = version;
        this.terms = terms;
        this.notices = List.copyOf(notices);
        List<Indexed> before = List.of();
        Index shared = new Index(List.of());
        for (Audience reader : Audience.values()) {
            List<Indexed> readable = sections.stream()
                    .filter(section -> reader.mayRead(section.entry().section().audience()))
                    .toList();
            shared = readable.equals(before) ? shared : new Index(readable);
            before = readable;
            indexes.put(reader, shared);
        }
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

    Index readableBy(Audience audience) {
        return Objects.requireNonNull(indexes.get(audience));
    }
}
