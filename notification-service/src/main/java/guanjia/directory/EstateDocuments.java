package guanjia.directory;

import guanjia.directory.Estate.Hours;
import guanjia.directory.Estate.Kind;
import guanjia.directory.Estate.Phones;
import guanjia.directory.Estate.Sms;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** An estate, as it lies in the store. */
final class EstateDocuments {
    private EstateDocuments() {}

    static Document write(Estate estate) {
        Document document = new Document("_id", estate.code().value())
                .append("shortCode", estate.shortCode())
                .append("name", estate.name())
                .append("kind", estate.kind().name())
                .append("timeZone", estate.timeZone().getId())
                .append("currency", estate.currency().getCurrencyCode())
                .append(
                        "languages",
                        estate.languages().stream().map(Language::tag).toList());
        document.append("hotline", estate.phones().hotline())
                .append("emergencyHotline", estate.phones().emergencyHotline())
                .append(
                        "onCall",
                        estate.phones().onCall().stream().map(PhoneNumber::e164).toList())
                .append("officeHours", write(estate.hours().office()))
                .append("handoffTarget", estate.hours().handoffTarget().toString())
                .append("quiet", written(estate.hours().quiet()))
                .append("smsFrom", estate.sms().from().orElse(null))
                .append(
                        "smsCountries",
                        estate.sms().countries().stream().sorted().toList());
        return document.append("selfApproval", estate.selfApproval())
                .append("greetingUntil", estate.greetingUntil().name())
                .append("sample", estate.sample());
    }

    static Estate read(Document stored) {
        return new Estate(
                new EstateCode(stored.getString("_id")),
                stored.getString("shortCode"),
                stored.getString("name"),
                Kind.valueOf(stored.getString("kind")),
                ZoneId.of(stored.getString("timeZone")),
                Currency.getInstance(stored.getString("currency")),
                strings(stored, "languages").stream()
                        .flatMap(tag -> Language.of(tag).stream())
                        .toList(),
                phones(stored),
                new Hours(
                        officeHours(stored.get("officeHours", new Document())),
                        Duration.parse(stored.getString("handoffTarget")),
                        ranges(strings(stored, "quiet"))),
                new Sms(Optional.ofNullable(stored.getString("smsFrom")), Set.copyOf(strings(stored, "smsCountries"))),
                stored.getBoolean("selfApproval", false),
                GreetingUntil.valueOf(stored.getString("greetingUntil")),
                stored.getBoolean("sample", false));
    }

    private static Phones phones(Document stored) {
        return new Phones(
                stored.getString("hotline"),
                stored.getString("emergencyHotline"),
                strings(stored, "onCall").stream().map(PhoneNumber::new).toList());
    }

    private static Document write(OfficeHours hours) {
        Document document = new Document();
        hours.ranges().forEach((day, ranges) -> document.append(day.name(), written(ranges)));
        return document;
    }

    private static OfficeHours officeHours(Document stored) {
        Map<DayOfWeek, List<TimeRange>> ranges = new EnumMap<>(DayOfWeek.class);
        stored.keySet().forEach(day -> ranges.put(DayOfWeek.valueOf(day), ranges(strings(stored, day))));
        return new OfficeHours(ranges);
    }

    private static List<String> written(List<TimeRange> ranges) {
        return ranges.stream().map(TimeRange::written).toList();
    }

    private static List<TimeRange> ranges(List<String> written) {
        return written.stream()
                .flatMap(range -> TimeRange.parse(range).stream())
                .toList();
    }

    private static List<String> strings(Document stored, String field) {
        return stored.getList(field, String.class, List.of());
    }
}
