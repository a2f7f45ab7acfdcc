package guanjia.directory;

import static guanjia.directory.SampleEstates.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeHoursTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final OfficeHours HOURS = new OfficeHours(Map.of(
            DayOfWeek.FRIDAY, List.of(range("13:30-18:00"), range("09:00-12:00")),
            DayOfWeek.SATURDAY, List.of(range("20:00-02:00"))));

    /** 2026-11-27 is a Friday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-27T08:59, false", "2026-11-27T09:00, true", "2026-11-27T12:00, false", "2026-11-27T13:30, true",
        "2026-11-27T18:00, false", "2026-11-28T19:59, false", "2026-11-28T23:59, true", "2026-11-29T01:59, true",
        "2026-11-29T02:00, false", "2026-11-28T01:00, false"
    })
    void isOpenInSeveralRangesAndPastMidnight(LocalDateTime time, boolean open) {
        assertThat(HOURS.isOpen(at(time), ZONE)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T08:00, 2026-11-27T09:00", "2026-11-27T09:00, 2026-11-27T13:30",
        "2026-11-27T18:00, 2026-11-28T20:00", "2026-11-28T21:00, 2026-12-04T09:00"
    })
    void namesTheNextOpening(LocalDateTime time, LocalDateTime opening) {
        assertThat(HOURS.nextOpening(at(time), ZONE)).contains(opening.atZone(ZONE));
    }

    @Test
    void findsTheSameRangeAWeekLater() {
        OfficeHours friday = OfficeHours.on(List.of(DayOfWeek.FRIDAY), range("09:00-12:00"));
        assertThat(friday.nextOpening(at(LocalDateTime.parse("2026-11-27T09:00")), ZONE))
                .contains(ZonedDateTime.of(LocalDateTime.parse("2026-12-04T09:00"), ZONE));
    }

    @Test
    void neverOpensWithoutRanges() {
        assertThat(OfficeHours.NEVER.nextOpening(Instant.EPOCH, ZONE)).isEmpty();
        assertThat(OfficeHours.NEVER.isOpen(Instant.EPOCH, ZONE)).isFalse();
    }

    @Test
    void isOpenAllDay() {
        OfficeHours always = OfficeHours.daily(range("00:00-24:00"));
        assertThat(always.isOpen(at(LocalDateTime.parse("2026-11-27T00:00")), ZONE))
                .isTrue();
        assertThat(always.isOpen(at(LocalDateTime.parse("2026-11-27T23:59")), ZONE))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"09:00-18:00", "22:00-08:00", "00:00-24:00", "18:00-24:00"})
    void writesARangeAsItWasRead(String written) {
        assertThat(range(written).written()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9-18", "09:00", "25:00-26:00", "09:00-09:00", "09:00-24:30", "24:00-08:00", "abc"})
    void refusesWhatIsNoRange(String written) {
        assertThat(TimeRange.parse(written)).isEmpty();
    }

    @Test
    void keepsQuietOverMidnight() {
        Estate estate = SampleEstates.yihe();
        assertThat(estate.isQuiet(at(LocalDateTime.parse("2026-11-27T22:00")))).isTrue();
        assertThat(estate.isQuiet(at(LocalDateTime.parse("2026-11-28T07:59")))).isTrue();
        assertThat(estate.isQuiet(at(LocalDateTime.parse("2026-11-28T08:00")))).isFalse();
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(ZONE).toInstant();
    }

    @Test
    void areWrittenByTheNamesThatAreRead() {
        assertThat(HOURS.written())
                .containsExactly(
                        Map.entry("FRI", List.of("09:00-12:00", "13:30-18:00")),
                        Map.entry("SAT", List.of("20:00-02:00")));
        assertThat(OfficeHours.day(" fri ")).contains(DayOfWeek.FRIDAY);
        assertThat(OfficeHours.day("Saturday")).contains(DayOfWeek.SATURDAY);
        assertThat(OfficeHours.day("FR")).isEmpty();
    }
}
