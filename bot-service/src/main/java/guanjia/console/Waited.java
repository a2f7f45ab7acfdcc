package guanjia.console;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time in words, as exact as a front desk needs it. */
final class Waited {
    private Waited() {}

    static String since(Instant then, Instant now, ConsoleWords words) {
        return of(Duration.between(then, now), words);
    }

    static String of(Duration time, ConsoleWords words) {
        if (time.toMinutes() < 1) {
            return words.say("time.moment");
        }
        if (time.toHours() < 1) {
            return words.say("time.minutes", time.toMinutes());
        }
        return time.toDays() < 1
                ? words.say("time.hours", time.toHours(), time.toMinutesPart())
                : words.say("time.days", time.toDays(), time.toHoursPart());
    }
}
