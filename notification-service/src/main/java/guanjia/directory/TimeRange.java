package guanjia.directory;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a day on the wall clock, e.g. {@code 09:00-18:00}; {@code 22:00-08:00} runs into the next day, {@code 00:00-24:00} is
 * the whole day.
 *
 * @param from when it begins (belongs to it), full minutes
 * @param length more than nothing, at most 24 hours, full minutes; the end doesn't belong to it
 */
public record TimeRange(LocalTime from, Duration length) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern FORM =
            Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)\\s*[-–—~]\\s*([01]?\\d|2[0-4]):([0-5]\\d)");

    /** @throws IllegalArgumentException when the length is out of its limits or seconds are given */
    public TimeRange {
        boolean fits = length.isPositive() && length.compareTo(DAY) <= 0;
        if (!fits || from.toSecondOfDay() % 60 != 0 || length.toSeconds() % 60 != 0) {
            throw new IllegalArgumentException("A time range has between one minute and 24 hours");
        }
    }

    /** Reads {@code 09:00-18:00}; empty when it isn't one. The same time twice is no range, {@code 24:00} is only an end. */
    public static Optional<TimeRange> parse(String written) {
        Matcher found = FORM.matcher(written.strip().replace('：', ':'));
        if (!found.matches()) {
            return Optional.empty();
        }
        int from = minutes(found.group(1), found.group(2));
        int to = minutes(found.group(3), found.group(4));
        if (to == from || to > 24 * 60) {
            return Optional.empty();
        }
        Duration length = Duration.ofMinutes(to > from ? to - from : to - from + 24 * 60);
        return Optional.of(new TimeRange(LocalTime.ofSecondOfDay(from * 60L), length));
    }

    /** The form that {@link #parse} reads. */
    public String written() {
        boolean untilMidnight = from.toSecondOfDay() + length.toSeconds() == DAY.toSeconds();
        return from + "-" + (untilMidnight ? "24:00" : from.plus(length));
    }

    /** When the range that begins on this day begins. */
    LocalDateTime beginsOn(LocalDate day) {
        return day.atTime(from);
    }

    /** When the range that begins on this day ends: on the same day or the next. */
    LocalDateTime endsFor(LocalDate day) {
        return beginsOn(day).plus(length);
    }

    /** Whether a moment lies in the range that begins on this day. */
    boolean covers(LocalDateTime moment, LocalDate day) {
        return !moment.isBefore(beginsOn(day)) && moment.isBefore(endsFor(day));
    }

    @Override
    public String toString() {
        return written();
    }

    private static int minutes(String hour, String minute) {
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }
}
