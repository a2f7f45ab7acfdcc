package guanjia.directory;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the two to four letters that an estate has in the numbers people say. */
final class ShortCodes {
    private static final String VOWELS = "aeiou";
    private static final int LETTERS = 26;

    private ShortCodes() {}

    /** The initials of the code's syllables, lengthened until nobody has them. */
    static String propose(EstateCode code, Collection<String> taken) {
        String base = base(code.value());
        return Stream.concat(
                        Stream.of(base),
                        Stream.concat(
                                letters().map(letter -> base + letter),
                                letters().flatMap(one -> letters().map(two -> base + one + two))))
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("All short codes that begin with " + base + " are taken"));
    }

    private static String base(String code) {
        String letters = code.replaceAll("[^a-z]", "");
        String initials = IntStream.range(0, letters.length())
                .filter(at -> beginsSyllable(letters, at))
                .mapToObj(at -> letters.substring(at, at + 1))
                .reduce("", String::concat);
        String wanted = initials.length() >= 2 ? initials : letters + "XX";
        return wanted.substring(0, 2).toUpperCase(Locale.ROOT);
    }

    private static boolean beginsSyllable(String letters, int at) {
        if (at == 0) {
            return true;
        }
        boolean tailOfZhChSh = letters.charAt(at) == 'h' && "zcs".indexOf(letters.charAt(at - 1)) >= 0;
        return !isVowel(letters, at) && !tailOfZhChSh && (isVowel(letters, at + 1) || opensZhChSh(letters, at));
    }

    private static boolean opensZhChSh(String letters, int at) {
        return "zcs".indexOf(letters.charAt(at)) >= 0 && letters.startsWith("h", at + 1);
    }

    private static boolean isVowel(String letters, int at) {
        return at < letters.length() && VOWELS.indexOf(letters.charAt(at)) >= 0;
    }

    private static Stream<String> letters() {
        return IntStream.range(0, LETTERS).mapToObj(i -> String.valueOf((char) ('A' + i)));
    }
}
