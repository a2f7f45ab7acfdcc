package guanjia.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A published handbook.
 *
 * @param id unique in the estate, the same for all versions, fit for a URL
 * @param version 1, 2, …
 * @param sections how many it has
 * @param updated the day the document itself names
 * @param audience who may read it
 */
public record Handbook(
        String estate,
        String id,
        String title,
        String fileName,
        int version,
        int sections,
        Optional<LocalDate> updated,
        Instant published,
        Audience audience) {}
