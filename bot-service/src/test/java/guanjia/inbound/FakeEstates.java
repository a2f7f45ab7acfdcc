package guanjia.inbound;

import guanjia.directory.Estate;
import guanjia.directory.EstateCode;
import guanjia.directory.Estates;
import guanjia.directory.GreetingUntil;
import guanjia.directory.Language;
import guanjia.directory.OfficeHours;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two estates in memory; 颐和花园 has an SMS number of its own. */
final class FakeEstates implements Estates {
    private final List<Estate> all = List.of(
            estate("yihe", "YH", "颐和花园", Optional.of("+85230000001")),
            estate("plaza", "PL", "环球商务中心", Optional.empty()));

    @Override
    public Optional<Estate> find(EstateCode code) {
        return all.stream().filter(estate -> estate.code().equals(code)).findFirst();
    }

    @Override
    public Optional<Estate> stored(EstateCode code) {
        return find(code);
    }

    @Override
    public List<Estate> all() {
        return all;
    }

    @Override
    public Optional<Estate> findBySmsNumber(String number) {
        return all.stream()
                .filter(estate -> estate.sms().from().equals(Optional.of(number)))
                .findFirst();
    }

    @Override
    public Saved save(Estate estate) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String freeShortCode(EstateCode code) {
        throw new UnsupportedOperationException();
    }

    private static Estate estate(String code, String shortCode, String name, Optional<String> smsFrom) {
        return new Estate(
                new EstateCode(code),
                shortCode,
                name,
                Estate.Kind.RESIDENTIAL,
                ZoneId.of("Asia/Shanghai"),
                Currency.getInstance("CNY"),
                List.of(Language.values()),
                new Estate.Phones("400-820-0000", "400-820-0119", List.of()),
                new Estate.Hours(OfficeHours.NEVER, Duration.ofMinutes(5), List.of()),
                new Estate.Sms(smsFrom, Set.of("HK")),
                false,
                GreetingUntil.SEVENTH,
                true);
    }
}
