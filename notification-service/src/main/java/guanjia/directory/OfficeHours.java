package guanjia.directory;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * When a person is there, by weekday of the estate's own wall clock. A day may have several ranges, a range may run past midnight.
 *
 * @param ranges the ranges that begin on each weekday; a weekday that is missing is closed
 */
public record OfficeHours(Map<DayOfWeek, List<TimeRange>> ranges) {
    private static final int DAY_LETTERS = 3;

    /** Never open. */
    public static final OfficeHours NEVER = new OfficeHours(Map.of());

    /** Orders the days and the ranges of a day. */
    public OfficeHours {
        Map<DayOfWeek, List<TimeRange>> ordered = new EnumMap<>(DayOfWeek.class);
        ranges.forEach((day, ofDay) -> {
            if (!ofDay.isEmpty()) {
                ordered.put(
                        day,
                        ofDay.stream()
                                .sorted(Comparator.comparing(TimeRange::from))
                                .toList());
            }
        });
        ranges = java.util.Collections.unmodifiableMap(ordered);
    }

    /** The same ranges every day. */
    public static OfficeHours daily(TimeRange... ranges) {
        return on(List.of(DayOfWeek.values()), ranges);
    }

    /** The same ranges on some days, closed on the others. */
    public static OfficeHours on(Collection<DayOfWeek> days, TimeRange... ranges) {
        Map<DayOfWeek, List<TimeRange>> all = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> all.put(day, List.of(ranges)));
        return new OfficeHours(all);
    }

    /** Reads a weekday as it is written in files and over the REST API: {@code MON} or {@code MONDAY}, in any case. */
    public static Optional<DayOfWeek> day(String written) {
        String name = written.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(name) || shortName(day).equals(name))
                .findFirst();
    }

    /** The ranges by day as they are written in files and over the REST API, Monday first. */
    public Map<String, List<String>> written() {
        Map<String, List<String>> written = new LinkedHashMap<>();
        ranges.forEach((day, ofDay) -> written.put(
                shortName(day), ofDay.stream().map(TimeRange::written).toList()));
        return written;
    }

    private static String shortName(DayOfWeek day) {
        return day.name().substring(0, DAY_LETTERS);
    }

    /** Whether it is open at this instant. */
    public boolean isOpen(Instant instant, ZoneId zone) {
        LocalDateTime now = LocalDateTime.ofInstant(instant, zone);
        LocalDate today = now.toLocalDate();
        return opensFor(now, today) || opensFor(now, today.minusDays(1));
    }

    /** The next moment after this instant at which a range begins, in the estate's zone; empty when it never opens. */
    public Optional<ZonedDateTime> nextOpening(Instant instant, ZoneId zone) {
        ZonedDateTime now = instant.atZone(zone);
        return java.util.stream.IntStream.rangeClosed(0, 7)
                .mapToObj(now.toLocalDate()::plusDays)
                .flatMap(
                        day -> of(day).stream().map(range -> range.beginsOn(day).atZone(zone)))
                .filter(begin -> begin.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    /** The ranges that begin on this weekday, in order; empty when closed. */
    public List<TimeRange> of(DayOfWeek day) {
        return ranges.getOrDefault(day, List.of());
    }

    private List<TimeRange> of(LocalDate day) {
        return of(day.getDayOfWeek());
    }

    private boolean opensFor(LocalDateTime now, LocalDate day) {
        return of(day).stream().anyMatch(range -> range.covers(now, day));
    }
}
