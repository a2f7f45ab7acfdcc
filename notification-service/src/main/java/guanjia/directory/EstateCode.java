package guanjia.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an estate in addresses, links and files, e.g. {@code yihe}: 1–32 lower-case letters, digits and inner dashes.
 *
 * @param value the code, already in lower case
 */
public record EstateCode(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?");

    /** @throws IllegalArgumentException when the value hasn't the form above */
    public EstateCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An estate code is 1 to 32 lower-case letters, digits and inner dashes");
        }
    }

    /** Reads a code that somebody typed or a link carried; empty when it can't be one. */
    public static Optional<EstateCode> parse(String typed) {
        String lower = typed.strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(lower).matches() ? Optional.of(new EstateCode(lower)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
