package guanjia.directory;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order in which people count names: {@code 2} before {@code 10}, {@code A2} before {@code A10}. */
final class CountingOrder {
    static final Comparator<String> OF_NAMES =
            Comparator.comparing(CountingOrder::padded).thenComparing(Comparator.naturalOrder());

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int DIGITS = 40; // the longest name of a building or unit

    private CountingOrder() {}

    private static String padded(String name) {
        return NUMBER.matcher(name)
                .replaceAll(
                        found -> "0".repeat(Math.max(0, DIGITS - found.group().length()))
                                + Matcher.quoteReplacement(found.group()));
    }
}
