package guanjia.directory;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.directory.Festivals.Festival;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FestivalsTest {
    /** The days as the almanac of the Purple Mountain Observatory and the State Council's holiday notices have them. */
    @ParameterizedTest
    @CsvSource({
        "SPRING_FESTIVAL, 2020-01-25",
        "SPRING_FESTIVAL, 2023-01-22",
        "SPRING_FESTIVAL, 2024-02-10",
        "SPRING_FESTIVAL, 2025-01-29",
        "SPRING_FESTIVAL, 2026-02-17",
        "SPRING_FESTIVAL, 2027-02-06",
        "SPRING_FESTIVAL, 2033-01-31",
        "SPRING_FESTIVAL, 2034-02-19",
        "SPRING_FESTIVAL_EVE, 2025-01-28",
        "LANTERN, 2026-03-03",
        "TOMB_SWEEPING, 2024-04-04",
        "TOMB_SWEEPING, 2026-04-05",
        "DRAGON_BOAT, 2025-05-31",
        "DRAGON_BOAT, 2026-06-19",
        "MID_AUTUMN, 2025-10-06",
        "MID_AUTUMN, 2026-09-25",
        "DOUBLE_NINTH, 2025-10-29",
        "NEW_YEARS_DAY, 2031-01-01"
    })
    void knowsTheDaysOfManyYears(Festival festival, LocalDate day) {
        assertThat(Festivals.dayOf(festival, day.getYear())).isEqualTo(day);
        assertThat(Festivals.on(day)).contains(festival);
    }

    @Test
    void hasNoFestivalOnAnOrdinaryDay() {
        assertThat(Festivals.on(LocalDate.of(2026, 11, 25))).isEmpty();
    }

    @Test
    void findsASpringFestivalBetweenLateJanuaryAndLateFebruaryInEveryYear() {
        for (int year = 1950; year <= 2150; year++) {
            assertThat(Festivals.springFestival(year)).isBetween(LocalDate.of(year, 1, 20), LocalDate.of(year, 2, 21));
        }
    }
}
