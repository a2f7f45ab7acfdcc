package guanjia;

import guanjia.directory.Estate;
import guanjia.directory.EstateCode;
import guanjia.directory.GreetingUntil;
import guanjia.directory.Language;
import guanjia.directory.OfficeHours;
import guanjia.directory.PhoneNumber;
import guanjia.directory.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The {@code estate.json} of a sample estate: the fields of {@code PUT /api/v1/estates/…}. */
record EstateFile(
        String name,
        Estate.Kind kind,
        String timeZone,
        String currency,
        List<String> languages,
        String hotline,
        String emergencyHotline,
        List<String> onCallPhones,
        Map<String, List<String>> officeHours,
        Duration handoffTarget,
        List<String> quietHours,
        Set<String> smsCountries,
        boolean selfApproval) {
    /** The estate, marked as a sample. */
    Estate sample(EstateCode code, String shortCode) {
        return new Estate(
                code,
                shortCode,
                name,
                kind,
                ZoneId.of(timeZone),
                Currency.getInstance(currency),
                languages.stream().flatMap(tag -> Language.of(tag).stream()).toList(),
                new Estate.Phones(
                        hotline,
                        emergencyHotline,
                        onCallPhones.stream().map(PhoneNumber::new).toList()),
                new Estate.Hours(new OfficeHours(hours()), handoffTarget, ranges(quietHours)),
                new Estate.Sms(Optional.empty(), smsCountries),
                selfApproval,
                GreetingUntil.SEVENTH,
                true);
    }

    private Map<DayOfWeek, List<TimeRange>> hours() {
        Map<DayOfWeek, List<TimeRange>> hours = new EnumMap<>(DayOfWeek.class);
        officeHours.forEach((day, ranges) -> hours.put(
                OfficeHours.day(day).orElseThrow(() -> new IllegalArgumentException("Not a weekday: " + day)),
                ranges(ranges)));
        return hours;
    }

    private static List<TimeRange> ranges(List<String> written) {
        return written.stream()
                .map(range -> TimeRange.parse(range)
                        .orElseThrow(() -> new IllegalArgumentException("Not a time range: " + range)))
                .toList();
    }
}
