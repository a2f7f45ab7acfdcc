package guanjia.directory;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether staff who typed these words could mean somebody. */
final class ResidentSearch {
    private static final int FEWEST_DIGITS = 4;
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\-_/号樓楼栋棟幢座单單元室房,,]+");

    private final EstateCode estate;
    private final String words;
    private final String digits;
    private final List<String> unitParts;

    ResidentSearch(EstateCode estate, String typed) {
        this.estate = estate;
        this.words = plain(typed);
        this.digits = words.replaceAll("[\\s()+.-]", "");
        this.unitParts = parts(words);
    }

    boolean finds(Resident resident) {
        return !words.isEmpty()
                && (plain(resident.name()).contains(words) || isPhoneOf(resident) || isUnitOf(resident));
    }

    private boolean isPhoneOf(Resident resident) {
        boolean number = digits.length() >= FEWEST_DIGITS && digits.chars().allMatch(Character::isDigit);
        return number
                && resident.phone()
                        .filter(phone -> phone.e164().endsWith(digits))
                        .isPresent();
    }

    private boolean isUnitOf(Resident resident) {
        return resident.tenancies().stream()
                .filter(home -> home.estate().equals(estate))
                .map(home -> Stream.concat(
                                parts(plain(home.unit().building())).stream(),
                                parts(plain(home.unit().unit())).stream())
                        .toList())
                .anyMatch(parts -> !unitParts.isEmpty() && parts.equals(unitParts));
    }

    private static List<String> parts(String written) {
        return BETWEEN.splitAsStream(written).filter(part -> !part.isEmpty()).toList();
    }

    private static String plain(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
