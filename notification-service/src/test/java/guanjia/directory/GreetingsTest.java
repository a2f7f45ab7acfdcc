package guanjia.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GreetingsTest {
    private static final Instant ORDINARY = Instant.parse("2026-11-25T04:00:00Z");

    /** 除夕 is the 30th of the twelfth month in 2024 and 2027, the 29th in 2025 and 2026. */
    @ParameterizedTest
    @CsvSource({
        "2024-02-08, 您好", "2024-02-09, 新年好", "2024-02-16, 新年好", "2024-02-17, 您好",
        "2025-01-27, 您好", "2025-01-28, 新年好", "2025-02-04, 新年好", "2025-02-05, 您好",
        "2026-02-15, 您好", "2026-02-16, 新年好", "2026-02-23, 新年好", "2026-02-24, 您好",
        "2027-02-04, 您好", "2027-02-05, 新年好", "2027-02-12, 新年好", "2027-02-13, 您好",
        "2025-12-31, 您好", "2026-01-01, 新年好", "2026-01-02, 您好", "2044-01-30, 新年好"
    })
    void wishesAHappyNewYearFromTheEveToTheSeventhDay(LocalDate day, String word) {
        assertThat(hello(SampleEstates.yihe(), day)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-24, 新年好", "2026-03-03, 新年好", "2026-03-04, 您好", "2026-02-15, 您好"})
    void goesOnToTheFifteenthWhereTheEstateWishesIt(LocalDate day, String word) {
        assertThat(hello(SampleEstates.harbour(), day)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-15T15:59:59Z, Asia/Shanghai, 您好",
        "2026-02-15T16:00:00Z, Asia/Shanghai, 新年好",
        "2026-02-15T16:00:00Z, Europe/London, 您好",
        "2026-02-16T00:00:00Z, Europe/London, 新年好",
        "2025-12-31T16:00:00Z, Asia/Hong_Kong, 新年好",
        "2026-01-01T16:00:00Z, Asia/Hong_Kong, 您好",
        "2026-01-01T16:00:00Z, America/Vancouver, 新年好",
        "2026-02-23T15:59:59Z, Asia/Shanghai, 新年好",
        "2026-02-23T16:00:00Z, Asia/Shanghai, 您好"
    })
    void changesAtMidnightOfTheEstate(Instant now, String zone, String word) {
        assertThat(Greetings.hello(SampleEstates.inZone(zone), now, Language.ZH_HANS))
                .isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"ZH_HANS, 您好, 新年好", "ZH_HANT, 您好, 新年好", "EN, Hello, Happy New Year"})
    void speaksEveryLanguage(Language language, String ordinary, String newYear) {
        Instant spring = Instant.parse("2026-02-17T04:00:00Z");
        assertThat(Greetings.hello(SampleEstates.yihe(), ORDINARY, language)).isEqualTo(ordinary);
        assertThat(Greetings.hello(SampleEstates.yihe(), spring, language)).isEqualTo(newYear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void neverLeavesAWordOut(Language language) {
        assertThat(Greetings.hello(SampleEstates.yihe(), ORDINARY, language)).isNotBlank();
    }

    @Test
    void isCheapEnoughForEveryTurn() {
        LocalDate day = LocalDate.of(2026, 2, 17);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long begin = System.nanoTime();
            for (int i = 0; i < 200; i++) {
                hello(SampleEstates.yihe(), day);
            }
            best = Math.min(best, (System.nanoTime() - begin) / 200);
        }
        assertThat(best).as("nanoseconds, in the round least disturbed").isLessThan(200_000);
    }

    private static String hello(Estate estate, LocalDate day) {
        ZoneId zone = estate.timeZone();
        Instant noon =
                LocalDateTime.of(day, java.time.LocalTime.NOON).atZone(zone).toInstant();
        return Greetings.hello(estate, noon, Language.ZH_HANS);
    }
}
