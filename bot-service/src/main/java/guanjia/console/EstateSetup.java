package guanjia.console;

import guanjia.directory.Estate;
import guanjia.directory.EstateCode;
import guanjia.directory.Estates;
import guanjia.directory.GreetingUntil;
import guanjia.directory.Language;
import guanjia.directory.OfficeHours;
import guanjia.directory.TimeRange;
import guanjia.staff.Audit;
import guanjia.staff.Right;
import guanjia.staff.Role;
import guanjia.staff.StaffMember;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Makes and changes estates. An admin may do both everywhere; a manager changes their own. */
@Component
@OnConsoleRole
class EstateSetup {
    /** Two processes may propose the same short code at once, hardly ever thrice in a row. */
    private static final int TRIES = 5;

    private final Estates estates;
    private final Access access;
    private final Audit audit;

    EstateSetup(Estates estates, Access access, Audit audit) {
        this.estates = estates;
        this.access = access;
        this.audit = audit;
    }

    /** @param created whether it is new */
    record Saved(Estate estate, boolean created) {}

    /** Those that this person may act in, by name. */
    List<Estate> all(StaffMember who) {
        return estates.all().stream()
                .filter(estate -> who.mayActIn(estate.code()))
                .toList();
    }

    Estate find(StaffMember who, String code) {
        return access.enter(who, Right.LOOK_UP, code);
    }

    /** Makes the estate or changes it; the same again changes nothing. */
    Saved save(StaffMember who, String code, EstateBody body) {
        EstateCode named = EstateCode.parse(code).orElseThrow(EstateSetup::malformed);
        if (!who.mayActIn(named)) {
            throw ApiProblem.unknownEstate();
        }
        access.need(who, Right.SET_UP_ESTATE);
        Optional<Estate> before = estates.stored(named);
        if (before.isPresent()) {
            Estate changed = body.over(before.get(), false);
            if (!changed.equals(before.get())) {
                estates.save(changed);
                note(who, named, EstateShown.told(before.get()), EstateShown.told(changed));
            }
            return new Saved(changed, false);
        }
        if (who.role() != Role.ADMIN) {
            throw ApiProblem.unknownEstate();
        }
        Estate made = make(named, body);
        note(who, named, Map.of(), EstateShown.told(made));
        return new Saved(made, true);
    }

    private Estate make(EstateCode code, EstateBody body) {
        for (int tries = 0; tries < TRIES; tries++) {
            Estate made = body.over(fresh(code, estates.freeShortCode(code)), true);
            if (estates.save(made) == Estates.Saved.DONE) {
                return made;
            }
        }
        throw new IllegalStateException("No short code was free for estate " + code);
    }

    private void note(StaffMember who, EstateCode code, Map<String, String> before, Map<String, String> after) {
        Map<String, String> was = new TreeMap<>(before);
        Map<String, String> is = new TreeMap<>(after);
        was.entrySet().removeAll(after.entrySet());
        is.entrySet().removeAll(before.entrySet());
        audit.record(who, new Audit.Deed("estate.saved", Optional.of(code), code.value(), was, is));
    }

    /** The defaults, as {@link EstateBody} documents them. */
    private static Estate fresh(EstateCode code, String shortCode) {
        OfficeHours nineToSix = OfficeHours.daily(new TimeRange(LocalTime.of(9, 0), Duration.ofHours(9)));
        return new Estate(
                code,
                shortCode,
                code.value(),
                Estate.Kind.RESIDENTIAL,
                ZoneId.of("Asia/Shanghai"),
                Currency.getInstance("CNY"),
                List.of(Language.values()),
                new Estate.Phones("", "", List.of()),
                new Estate.Hours(
                        nineToSix,
                        Duration.ofMinutes(10),
                        List.of(new TimeRange(LocalTime.of(22, 0), Duration.ofHours(10)))),
                new Estate.Sms(Optional.empty(), Set.of()),
                false,
                GreetingUntil.SEVENTH,
                false);
    }

    private static ApiProblem malformed() {
        return ApiProblem.invalid(List.of(
                new Fields.Wrong("estate", "must be 1 to 32 small letters, digits and inner dashes in the address")));
    }
}
