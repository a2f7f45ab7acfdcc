package guanjia.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import guanjia.directory.Estate;
import guanjia.directory.GreetingUntil;
import guanjia.directory.Language;
import guanjia.directory.PhoneNumber;
import guanjia.directory.TimeRange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An estate as the REST API shows it: what was sent, completed. */
@Schema(name = "Estate")
record EstateShown(
        String estate,

        @Schema(description = "In the numbers that people say, e.g. YH-1125-017", example = "YH")
        String shortCode,

        String name,
        Estate.Kind kind,
        String timeZone,
        String currency,
        List<String> languages,
        String hotline,
        String emergencyHotline,
        List<String> onCallPhones,
        Map<String, List<String>> officeHours,
        String handoffTarget,
        List<String> quietHours,
        @JsonInclude @Nullable String smsFrom,
        List<String> smsCountries,
        boolean selfApproval,
        GreetingUntil greetingUntil,

        @Schema(description = "Whether it is a made-up estate to try the product on")
        boolean sample) {
    static EstateShown of(Estate estate) {
        return new EstateShown(
                estate.code().value(),
                estate.shortCode(),
                estate.name(),
                estate.kind(),
                estate.timeZone().getId(),
                estate.currency().getCurrencyCode(),
                estate.languages().stream().map(Language::tag).toList(),
                estate.phones().hotline(),
                estate.phones().emergencyHotline(),
                estate.phones().onCall().stream().map(PhoneNumber::e164).toList(),
                estate.hours().office().written(),
                estate.hours().handoffTarget().toString(),
                estate.hours().quiet().stream().map(TimeRange::written).toList(),
                estate.sms().from().orElse(null),
                estate.sms().countries().stream().sorted().toList(),
                estate.selfApproval(),
                estate.greetingUntil(),
                estate.sample());
    }

    /** The fields as words for the audit: phones of persons are masked. */
    static Map<String, String> told(Estate estate) {
        EstateShown shown = of(estate);
        Map<String, String> told = new TreeMap<>();
        told.put("name", shown.name);
        told.put("kind", shown.kind.name());
        told.put("timeZone", shown.timeZone);
        told.put("currency", shown.currency);
        told.put("languages", String.join(",", shown.languages));
        told.put("hotline", shown.hotline);
        told.put("emergencyHotline", shown.emergencyHotline);
        told.put(
                "onCallPhones",
                String.join(
                        ",",
                        estate.phones().onCall().stream()
                                .map(PhoneNumber::masked)
                                .toList()));
        told.put("officeHours", shown.officeHours.toString());
        told.put("handoffTarget", shown.handoffTarget);
        told.put("quietHours", String.join(",", shown.quietHours));
        told.put("smsFrom", shown.smsFrom == null ? "" : shown.smsFrom);
        told.put("smsCountries", String.join(",", shown.smsCountries));
        told.put("selfApproval", String.valueOf(shown.selfApproval));
        told.put("greetingUntil", shown.greetingUntil.name());
        return told;
    }
}
