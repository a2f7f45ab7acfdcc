package guanjia.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A managed estate (物业小区) or office building.
 *
 * @param code its name in addresses and links; never changes
 * @param shortCode its name in the numbers people say and type, e.g. {@code YH} in {@code YH-1125-017}: 2 to 4 capital letters, unique
 *     in the installation; never changes
 * @param name what residents call it
 * @param kind homes or offices
 * @param timeZone the wall clock that people there live by
 * @param currency of fees and deposits
 * @param languages that it serves, most wanted first; not empty
 * @param phones the numbers that people are told or that alarms go to
 * @param hours when people are there, and when residents want to sleep
 * @param sms how SMS are sent
 * @param selfApproval whether who prepared a campaign may approve it
 * @param greetingUntil how long 新年好 replaces 您好
 * @param sample whether it is the sample estate, whose phones are fictional
 */
public record Estate(
        EstateCode code,
        String shortCode,
        String name,
        Kind kind,
        ZoneId timeZone,
        Currency currency,
        List<Language> languages,
        Phones phones,
        Hours hours,
        Sms sms,
        boolean selfApproval,
        GreetingUntil greetingUntil,
        boolean sample) {
    private static final Pattern SHORT_CODE = Pattern.compile("[A-Z]{2,4}");

    /** What people do there. */
    public enum Kind {
        RESIDENTIAL,
        OFFICE
    }

    /**
     * Numbers to call.
     *
     * @param hotline as residents are told it, e.g. {@code 400-820-0000}; blank for none
     * @param emergencyHotline as residents are told it; blank for none
     * @param onCall who is alarmed by SMS in an emergency
     */
    public record Phones(String hotline, String emergencyHotline, List<PhoneNumber> onCall) {
        public Phones {
            hotline = hotline.strip();
            emergencyHotline = emergencyHotline.strip();
            onCall = List.copyOf(onCall);
        }
    }

    /**
     * Times on the estate's wall clock.
     *
     * @param office when a person answers
     * @param handoffTarget how soon a waiting resident should be answered within office hours; more than nothing
     * @param quiet when nothing but emergencies and replies is sent; empty for never
     */
    public record Hours(OfficeHours office, Duration handoffTarget, List<TimeRange> quiet) {
        /** @throws IllegalArgumentException when the target isn't positive */
        public Hours {
            if (!handoffTarget.isPositive()) {
                throw new IllegalArgumentException("A hand-off target is a positive duration");
            }
            quiet = List.copyOf(quiet);
        }
    }

    /**
     * How SMS are sent.
     *
     * @param from the estate's own number (E.164) or messaging service ({@code MG…}); empty for the installation's
     * @param countries two-letter countries that SMS may be sent to
     */
    public record Sms(Optional<String> from, Set<String> countries) {
        public Sms {
            countries = Set.copyOf(countries);
        }

        /** Whether the estate pays for an SMS to this number. Sample numbers are never written to. */
        public boolean allows(PhoneNumber phone) {
            return !phone.isSample() && countries.contains(phone.country());
        }
    }

    /** @throws IllegalArgumentException when the short code, the name or the languages are not as described */
    public Estate {
        if (!SHORT_CODE.matcher(shortCode).matches()) {
            throw new IllegalArgumentException("A short code is 2 to 4 capital letters");
        }
        if (name.isBlank() || languages.isEmpty()) {
            throw new IllegalArgumentException("An estate needs a name and a language");
        }
        languages = languages.stream().distinct().toList();
    }

    /** Whether a person answers at this instant. */
    public boolean isOpen(Instant now) {
        return hours.office().isOpen(now, timeZone);
    }

    /** The next moment after this instant at which the office opens; empty when it never does. */
    public Optional<ZonedDateTime> nextOpening(Instant now) {
        return hours.office().nextOpening(now, timeZone);
    }

    /** Whether residents want to be left alone at this instant. */
    public boolean isQuiet(Instant now) {
        LocalDateTime here = LocalDateTime.ofInstant(now, timeZone);
        LocalDate today = here.toLocalDate();
        return hours.quiet().stream()
                .anyMatch(range -> range.covers(here, today) || range.covers(here, today.minusDays(1)));
    }

    /** The day it is there. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, timeZone);
    }

    /** The language wanted, if the estate serves it, else its first. */
    public Language serve(Language wanted) {
        return languages.contains(wanted) ? wanted : languages.getFirst();
    }

    /** The country of phone numbers written without one: the first two letters of a currency's code name its country (ISO 4217). */
    public String phoneRegion() {
        return currency.getCurrencyCode().substring(0, 2);
    }
}
