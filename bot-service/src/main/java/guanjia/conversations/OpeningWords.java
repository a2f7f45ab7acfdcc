package guanjia.conversations;

import guanjia.directory.Estate;
import guanjia.directory.OfficeHours;
import guanjia.directory.TimeRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says office hours and points in time the way people do: "周一至周五 09:00-18:00", "明天09:00". */
final class OpeningWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private OpeningWords() {}

    /** All office hours, days with the same hours together. */
    static String hours(Estate estate, Voice voice) {
        OfficeHours hours = estate.hours().office();
        List<String> parts = new ArrayList<>();
        DayOfWeek first = DayOfWeek.MONDAY;
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean last = day == DayOfWeek.SUNDAY || !hours.of(day.plus(1)).equals(hours.of(first));
            if (last) {
                if (!hours.of(first).isEmpty()) {
                    parts.add(voice.words(
                            "hours.day", Map.of("days", days(first, day, voice), "ranges", ranges(hours.of(first)))));
                }
                first = day.plus(1);
            }
        }
        return parts.isEmpty() ? voice.words("hours.none") : String.join(voice.words("hours.and"), parts);
    }

    private static String days(DayOfWeek first, DayOfWeek last, Voice voice) {
        if (first == DayOfWeek.MONDAY && last == DayOfWeek.SUNDAY) {
            return voice.words("hours.every-day");
        }
        String from = voice.words("weekday." + first.getValue());
        return first == last
                ? from
                : voice.words("hours.days", Map.of("from", from, "to", voice.words("weekday." + last.getValue())));
    }

    private static String ranges(List<TimeRange> ranges) {
        return ranges.stream().map(TimeRange::written).collect(Collectors.joining(", "));
    }

    /** When the office opens next; the hotline's word where it never does. */
    static String nextOpening(Estate estate, Instant now, Voice voice) {
        return estate.nextOpening(now)
                .map(opening -> moment(opening, estate.today(now), voice))
                .orElseGet(() -> voice.words("opening.later"));
    }

    /** A moment of the coming week, as seen from today. */
    static String moment(ZonedDateTime when, LocalDate today, Voice voice) {
        String time = TIME.format(when);
        LocalDate day = when.toLocalDate();
        if (day.equals(today)) {
            return voice.words("opening.today", Map.of("time", time));
        }
        if (day.equals(today.plusDays(1))) {
            return voice.words("opening.tomorrow", Map.of("time", time));
        }
        String weekday = voice.words("weekday." + day.getDayOfWeek().getValue());
        return voice.words("opening.day", Map.of("day", weekday, "time", time));
    }
}
