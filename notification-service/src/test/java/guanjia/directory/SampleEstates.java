package guanjia.directory;

import guanjia.directory.Estate.Hours;
import guanjia.directory.Estate.Kind;
import guanjia.directory.Estate.Phones;
import guanjia.directory.Estate.Sms;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Estates that tests play with. */
final class SampleEstates {
    private SampleEstates() {}

    static Estate yihe() {
        return estate("yihe", "YH", "颐和花园", GreetingUntil.SEVENTH, "Asia/Shanghai", Optional.of("+8675500000001"));
    }

    static Estate harbour() {
        return estate("harbour", "HB", "海港中心", GreetingUntil.FIFTEENTH, "Asia/Hong_Kong", Optional.empty());
    }

    static Estate inZone(String zone) {
        return estate("yihe", "YH", "颐和花园", GreetingUntil.SEVENTH, zone, Optional.empty());
    }

    static Estate estate(
            String code, String shortCode, String name, GreetingUntil until, String zone, Optional<String> smsFrom) {
        return new Estate(
                new EstateCode(code),
                shortCode,
                name,
                Kind.RESIDENTIAL,
                ZoneId.of(zone),
                Currency.getInstance("CNY"),
                List.of(Language.ZH_HANS, Language.EN),
                new Phones("400-820-0000", "400-820-0001", List.of(new PhoneNumber("+8617000000001"))),
                new Hours(
                        OfficeHours.daily(range("09:00-12:00"), range("13:30-18:00")),
                        Duration.ofMinutes(5),
                        List.of(range("22:00-08:00"))),
                new Sms(smsFrom, Set.of("CN", "HK")),
                false,
                until,
                true);
    }

    static TimeRange range(String written) {
        return TimeRange.parse(written).orElseThrow();
    }
}
