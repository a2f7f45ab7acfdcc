package guanjia.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A home or office within its estate, e.g. building {@code 3}, unit {@code 2-501}.
 *
 * @param building as the register writes it; half-width, letters in capitals, no space around, not blank
 * @param unit likewise
 */
public record UnitRef(String building, String unit) {
    private static final int LONGEST = 40;

    /** Makes full-width half-width and letters capital. @throws IllegalArgumentException when a part is blank, long or has a {@code |} */
    public UnitRef {
        building = tidy(building);
        unit = tidy(unit);
        if (!fits(building) || !fits(unit)) {
            throw new IllegalArgumentException("A building and a unit have 1 to 40 characters");
        }
    }

    /** As the constructor; empty instead of an exception. */
    public static Optional<UnitRef> parse(String building, String unit) {
        return fits(tidy(building)) && fits(tidy(unit)) ? Optional.of(new UnitRef(building, unit)) : Optional.empty();
    }

    private static String tidy(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    private static boolean fits(String part) {
        return !part.isEmpty()
                && part.length() <= LONGEST
                && part.chars().noneMatch(c -> c == '|' || Character.isISOControl(c));
    }
}
