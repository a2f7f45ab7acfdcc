package guanjia.conversations;

import guanjia.directory.Estate;
import guanjia.directory.EstateCode;
import guanjia.directory.Estates;
import guanjia.directory.GreetingUntil;
import guanjia.directory.Language;
import guanjia.directory.OfficeHours;
import guanjia.directory.TimeRange;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** 颐和花园 and 星汇大厦: open from nine to six every day, quiet from ten to eight. */
final class TwoEstates implements Estates {
    static final Set<EstateCode> CODES = Set.of(new EstateCode("yihe"), new EstateCode("xinghui"));

    private final List<Estate> all = List.of(
            estate("yihe", "YH", "颐和花园", Estate.Kind.RESIDENTIAL), estate("xinghui", "XH", "星汇大厦", Estate.Kind.OFFICE));

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
        return Optional.empty();
    }

    @Override
    public Saved save(Estate estate) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String freeShortCode(EstateCode code) {
        throw new UnsupportedOperationException();
    }

    private static Estate estate(String code, String shortCode, String name, Estate.Kind kind) {
        return new Estate(
                new EstateCode(code),
                shortCode,
                name,
                kind,
                ZoneId.of("Asia/Shanghai"),
                Currency.getInstance("CNY"),
                List.of(Language.values()),
                new Estate.Phones("020-5550-0100", "020-5550-0199", List.of()),
                new Estate.Hours(
                        OfficeHours.daily(TimeRange.parse("09:00-18:00").orElseThrow()),
                        Duration.ofMinutes(5),
                        List.of(TimeRange.parse("22:00-08:00").orElseThrow())),
                new Estate.Sms(Optional.empty(), Set.of("CN")),
                false,
                GreetingUntil.SEVENTH,
                true);
    }
}
