package guanjia.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ResourceBundle;

/**
 * The word that every greeting of the product begins with: 您好, and 新年好 on New Year's Day and from 除夕 to 初七 (or 十五, as the
 * estate wishes), on the estate's own calendar.
 */
public final class Greetings {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Greetings() {}

    /** The word for now, without punctuation. */
    public static String hello(Estate estate, Instant now, Language language) {
        boolean newYear = isNewYear(estate.today(now), estate.greetingUntil());
        return ResourceBundle.getBundle("guanjia.directory.greetings", language.locale(), NO_FALLBACK)
                .getString(newYear ? "hello.new-year" : "hello");
    }

    /** Whether people wish each other a happy new year on this day. */
    static boolean isNewYear(LocalDate day, GreetingUntil until) {
        LocalDate spring = Festivals.springFestival(day.getYear());
        boolean lunar = !day.isBefore(spring.minusDays(1)) && day.isBefore(spring.plusDays(until.day()));
        return lunar || day.getDayOfYear() == 1;
    }
}
