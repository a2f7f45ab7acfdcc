package guanjia;

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

/** Estates that are there and don't change. */
public class EstatesInMemory implements Estates {
    private final List<Estate> all;

    /** @param all as they are listed */
    public EstatesInMemory(Estate... all) {
        this.all = List.of(all);
    }

    /** An estate in China that speaks all languages and writes to phones of mainland China: open from nine to six every day, quiet from ten to eight. */
    public static Estate estate(String code, String shortCode, String name, Estate.Kind kind) {
        return estate(
                code,
                shortCode,
                name,
                kind,
                new Estate.Phones("020-5550-0100", "020-5550-0199", List.of()),
                new Estate.Sms(Optional.empty(), Set.of("CN")));
    }

    /** The same with other ways to reach it. */
    public static Estate estate(
            String code, String shortCode, String name, Estate.Kind kind, Estate.Phones phones, Estate.Sms sms) {
        return new Estate(
                new EstateCode(code),
                shortCode,
                name,
                kind,
                ZoneId.of("Asia/Shanghai"),
                Currency.getInstance("CNY"),
                List.of(Language.values()),
                phones,
                new Estate.Hours(
                        OfficeHours.daily(TimeRange.parse("09:00-18:00").orElseThrow()),
                        Duration.ofMinutes(5),
                        List.of(TimeRange.parse("22:00-08:00").orElseThrow())),
                sms,
                false,
                GreetingUntil.SEVENTH,
                true);
    }

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
}
