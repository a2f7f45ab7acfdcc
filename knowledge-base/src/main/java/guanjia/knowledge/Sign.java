package guanjia.knowledge;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that tells something, unless a second one says that it isn't meant.
 *
 * @param sign matches somewhere in normalised words
 * @param not matches nothing when there is no exception
 */
record Sign(Pattern sign, Pattern not) {
    private static final String NEVER = "(?!)";

    /** @param key of the file's lines; exceptions stand under {@code key.not} */
    static Sign of(Map<String, String> patterns, String key) {
        return new Sign(
                Pattern.compile(patterns.getOrDefault(key, NEVER)),
                Pattern.compile(patterns.getOrDefault(key + ".not", NEVER)));
    }

    /** The words that gave the sign. */
    Optional<String> in(String normal) {
        Matcher found = sign.matcher(normal);
        return found.find() && !not.matcher(normal).find() ? Optional.of(found.group()) : Optional.empty();
    }

    boolean isIn(String normal) {
        return in(normal).isPresent();
    }
}
