package guanjia.directory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That somebody lives or works in a unit, or owns it, for a time. Days are those of the estate's wall clock.
 *
 * @param estate the estate
 * @param unit the unit in it
 * @param role what they are there
 * @param from the first day; empty for "since ever"
 * @param until the last day; empty for "until further notice". A day before {@code from} means that it never began
 */
public record Tenancy(
        EstateCode estate, UnitRef unit, ResidentRole role, Optional<LocalDate> from, Optional<LocalDate> until) {
    /** Since ever, until further notice. */
    public Tenancy(EstateCode estate, UnitRef unit, ResidentRole role) {
        this(estate, unit, role, Optional.empty(), Optional.empty());
    }

    /** Whether it holds on this day. */
    public boolean holdsOn(LocalDate day) {
        return !hasEndedBy(day) && from.map(first -> !first.isAfter(day)).orElse(true);
    }

    /** Whether its last day lies before this day. */
    public boolean hasEndedBy(LocalDate day) {
        return until.map(last -> last.isBefore(day)).orElse(false);
    }

    /** The same, ended so that it doesn't hold on this day any more. */
    public Tenancy endedBefore(LocalDate day) {
        return new Tenancy(estate, unit, role, from, Optional.of(day.minusDays(1)));
    }
}
