package guanjia.knowledge;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is so for a while.
 *
 * @param id unique in the estate
 * @param area where, in words that residents know
 * @param buildings the buildings it concerns; empty for the whole estate
 * @param from inclusive
 * @param to exclusive
 * @param effect what residents feel, e.g. "停水"
 * @param safetyHint what to mind; may be empty
 * @param texts what to tell, by language tag, in the order of preference; at least one
 */
public record NoticeInForce(
        String estate,
        String id,
        String area,
        Set<String> buildings,
        Instant from,
        Instant to,
        String effect,
        String safetyHint,
        Map<String, String> texts) {
    public NoticeInForce {
        buildings = Set.copyOf(buildings);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("A notice says something in at least one language");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A notice ends after it begins");
        }
    }

    /** Whether it counts at this time for somebody of this building; who has no known building is concerned by all. */
    public boolean concerns(Optional<String> building, Instant at) {
        boolean now = !at.isBefore(from) && at.isBefore(to);
        return now && (buildings.isEmpty() || building.isEmpty() || buildings.contains(building.get()));
    }
}
