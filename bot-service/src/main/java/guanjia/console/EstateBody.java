package guanjia.console;

import guanjia.directory.Estate;
import guanjia.directory.GreetingUntil;
import guanjia.directory.Language;
import guanjia.directory.OfficeHours;
import guanjia.directory.PhoneNumber;
import guanjia.directory.TimeRange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code PUT /api/v1/estates/{estate}} takes: a field that is missing keeps its value, in a new estate it gets its default. */
@Schema(
        name = "EstateSettings",
        description = "A field that is missing or null keeps its value; in a new estate it gets its default. "
                + "An empty text or list clears a field that may be empty.")
record EstateBody(
        @Schema(description = "What residents call it; needed for a new estate", example = "颐和花园") @Nullable
        String name,

        @Schema(
                description = "Default RESIDENTIAL",
                allowableValues = {"RESIDENTIAL", "OFFICE"})
        @Nullable
        String kind,

        @Schema(description = "IANA name; default Asia/Shanghai", example = "Asia/Shanghai") @Nullable
        String timeZone,

        @Schema(description = "ISO 4217; default CNY", example = "CNY") @Nullable
        String currency,

        @Schema(description = "Most wanted first; default all three", example = "[\"zh-Hans\", \"en\"]") @Nullable
        List<@Nullable String> languages,

        @Schema(description = "As residents are told it; default none", example = "020-5550-0100") @Nullable
        String hotline,

        @Schema(description = "As residents are told it; default none", example = "020-5550-0199") @Nullable
        String emergencyHotline,

        @Schema(description = "Alarmed by SMS in a danger; default none", example = "[\"+85255500901\"]") @Nullable
        List<@Nullable String> onCallPhones,

        @Schema(
                description = "When a person answers, by day (MON … SUN); a day left out is closed. "
                        + "Default every day 09:00-18:00",
                example = "{\"MON\": [\"09:00-12:00\", \"13:00-18:00\"]}")
        @Nullable
        Map<String, @Nullable List<@Nullable String>> officeHours,

        @Schema(
                description = "How soon a waiting resident is to be answered, ISO 8601; default PT10M",
                example = "PT10M")
        @Nullable
        String handoffTarget,

        @Schema(
                description = "When only replies and emergencies are sent; default 22:00-08:00",
                example = "[\"22:00-08:00\"]")
        @Nullable
        List<@Nullable String> quietHours,

        @Schema(
                description = "The estate's own SMS number or messaging service; default the installation's",
                example = "+85230000001")
        @Nullable
        String smsFrom,

        @Schema(
                description = "Countries that SMS are sent to; default the currency's own",
                example = "[\"CN\", \"HK\"]")
        @Nullable
        List<@Nullable String> smsCountries,

        @Schema(description = "Whether who prepared a campaign may approve it; default false") @Nullable
        Boolean selfApproval,

        @Schema(
                description = "How long 新年好 replaces 您好 after the lunar new year; default SEVENTH",
                allowableValues = {"SEVENTH", "FIFTEENTH"})
        @Nullable
        String greetingUntil) {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PHONE = 60;
    private static final Duration LONGEST_TARGET = Duration.ofDays(7);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern SENDER = Pattern.compile("|\\+[1-9]\\d{6,14}|MG[0-9a-fA-F]{32}");
    private static final String RANGE = "times such as 09:00-18:00";

    /** The estate with these changes. @param base as it is, or a new one with the defaults @throws ApiProblem naming wrong fields */
    Estate over(Estate base, boolean isNew) {
        Fields fields = new Fields();
        fields.check(name != null || !isNew, "name", "there for a new estate");
        Currency money = fields.read("currency", currency, base.currency(), EstateBody::currency, "an ISO 4217 code");
        Estate changed = new Estate(
                base.code(),
                base.shortCode(),
                fields.read("name", name, base.name(), Fields.words(1, LONGEST_NAME), "1 to 60 characters"),
                fields.read("kind", kind, base.kind(), Fields.oneOf(Estate.Kind.class), "RESIDENTIAL or OFFICE"),
                fields.read("timeZone", timeZone, base.timeZone(), EstateBody::zone, "a name such as Asia/Shanghai"),
                money,
                languages(fields, base),
                phones(fields, base, money.getCurrencyCode().substring(0, 2)),
                hours(fields, base),
                sms(fields, base, money, isNew),
                selfApproval == null ? base.selfApproval() : selfApproval,
                fields.read(
                        "greetingUntil",
                        greetingUntil,
                        base.greetingUntil(),
                        Fields.oneOf(GreetingUntil.class),
                        "SEVENTH or FIFTEENTH"),
                base.sample());
        fields.refuseWrong();
        return changed;
    }

    private List<Language> languages(Fields fields, Estate base) {
        String wanted = "one or more of zh-Hans, zh-Hant, en";
        List<Language> read = fields.list("languages", languages, base.languages(), Language::of, wanted);
        fields.check(!read.isEmpty(), "languages", wanted);
        return read.isEmpty() ? base.languages() : read;
    }

    private Estate.Phones phones(Fields fields, Estate base, String region) {
        Estate.Phones before = base.phones();
        String wanted = "at most 60 characters";
        return new Estate.Phones(
                fields.read("hotline", hotline, before.hotline(), Fields.words(0, LONGEST_PHONE), wanted),
                fields.read(
                        "emergencyHotline",
                        emergencyHotline,
                        before.emergencyHotline(),
                        Fields.words(0, LONGEST_PHONE),
                        wanted),
                fields.list(
                        "onCallPhones",
                        onCallPhones,
                        before.onCall(),
                        written -> PhoneNumber.parse(written, region),
                        "phone numbers such as +85251234567"));
    }

    private Estate.Hours hours(Fields fields, Estate base) {
        Estate.Hours before = base.hours();
        return new Estate.Hours(
                officeHours == null ? before.office() : officeHours(fields, officeHours),
                fields.read(
                        "handoffTarget",
                        handoffTarget,
                        before.handoffTarget(),
                        EstateBody::duration,
                        "a duration such as PT10M, at most P7D"),
                fields.list("quietHours", quietHours, before.quiet(), TimeRange::parse, RANGE));
    }

    private static OfficeHours officeHours(Fields fields, Map<String, @Nullable List<@Nullable String>> written) {
        Map<DayOfWeek, List<TimeRange>> hours = new EnumMap<>(DayOfWeek.class);
        written.forEach((name, ranges) -> {
            Optional<DayOfWeek> day = OfficeHours.day(name);
            fields.check(
                    day.isPresent(), "officeHours", "a list of times for each of MON, TUE, WED, THU, FRI, SAT, SUN");
            day.ifPresent(known ->
                    hours.put(known, fields.list("officeHours." + name, ranges, List.of(), TimeRange::parse, RANGE)));
        });
        return new OfficeHours(hours);
    }

    private Estate.Sms sms(Fields fields, Estate base, Currency currency, boolean isNew) {
        Optional<String> from = fields.read(
                "smsFrom",
                smsFrom,
                base.sms().from(),
                written -> SENDER.matcher(written).matches()
                        ? Optional.of(Optional.of(written).filter(number -> !number.isEmpty()))
                        : Optional.empty(),
                "a number such as +85230000001 or a messaging service MG…");
        String country = currency.getCurrencyCode().substring(0, 2);
        Set<String> own = COUNTRIES.contains(country) ? Set.of(country) : Set.of();
        List<String> countries = fields.list(
                "smsCountries",
                smsCountries,
                List.copyOf(isNew ? own : base.sms().countries()),
                written -> Optional.of(written.toUpperCase(Locale.ROOT)).filter(COUNTRIES::contains),
                "two-letter countries such as HK");
        return new Estate.Sms(from, new HashSet<>(countries));
    }

    private static Optional<Currency> currency(String written) {
        String code = written.toUpperCase(Locale.ROOT);
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(code))
                .findFirst();
    }

    private static Optional<ZoneId> zone(String written) {
        try {
            return Optional.of(ZoneId.of(written));
        } catch (DateTimeException e) {
            return Optional.empty(); // the caller names the field
        }
    }

    private static Optional<Duration> duration(String written) {
        try {
            return Optional.of(Duration.parse(written))
                    .filter(length -> length.isPositive() && length.compareTo(LONGEST_TARGET) <= 0);
        } catch (DateTimeException e) {
            return Optional.empty(); // the caller names the field
        }
    }
}
