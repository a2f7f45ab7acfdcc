package guanjia.knowledge;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The glossary the other way round, for handbooks in English: English questions keep their words, Chinese ones get the glossary's first English
 * words for the Chinese ones that it has. Immutable.
 */
final class LatinTerms {
    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9'&.+-]*[a-z0-9]|[a-z0-9]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final int LONGEST = 8;

    private final Map<String, String> english = new HashMap<>();
    private final Set<String> ignored;

    /** @param lists handbook term → words in any language; the first list that knows a word decides */
    LatinTerms(List<Map<String, List<String>>> lists, Set<String> ignored) {
        this.ignored = ignored;
        for (Map<String, List<String>> list : lists) {
            list.forEach((term, words) -> words.stream()
                    .map(Normaliser::plain)
                    .filter(word -> !HAN.matcher(word).find())
                    .findFirst()
                    .ifPresent(word -> english.putIfAbsent(term, word)));
        }
        for (Map<String, List<String>> list : lists) {
            list.forEach((term, words) -> words.stream()
                    .map(Normaliser::plain)
                    .filter(word -> HAN.matcher(word).find() && english.containsKey(term))
                    .forEach(word -> english.putIfAbsent(word, english.getOrDefault(term, ""))));
        }
    }

    /** @param normal normalised words @param known whether the handbooks have this word */
    Asked read(String normal, Predicate<String> known) {
        String translated = translated(normal);
        List<String> words = WORD.matcher(translated)
                .results()
                .map(found -> found.group())
                .filter(word -> !ignored.contains(word))
                .toList();
        Set<String> unmatched = words.stream()
                .filter(word -> Lexical.words(word).stream().noneMatch(known))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String search = String.join(" ", words);
        String asked = HAN.matcher(normal).find() ? search : normal;
        return new Asked(normal, search, asked, search, unmatched, !words.isEmpty(), List.of());
    }

    /** English for the Chinese words that are known, the longest first; the rest falls away. */
    private String translated(String normal) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < normal.length(); ) {
            int length = longestAt(normal, at);
            out.append(
                    length == 0
                            ? letter(normal.charAt(at))
                            : " " + english.get(normal.substring(at, at + length)) + " ");
            at += Math.max(1, length);
        }
        return out.toString();
    }

    private int longestAt(String normal, int at) {
        for (int length = Math.min(LONGEST, normal.length() - at); length > 0; length--) {
            String words = normal.substring(at, at + length);
            if (HAN.matcher(words).find() && english.containsKey(words)) {
                return length;
            }
        }
        return 0;
    }

    private static String letter(char letter) {
        return HAN.matcher(String.valueOf(letter)).matches() ? " " : String.valueOf(letter);
    }
}
