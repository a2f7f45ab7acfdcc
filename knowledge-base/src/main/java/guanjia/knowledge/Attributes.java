package guanjia.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Whether a passage can hold what a question asks for: how much, when, how long, where, who, which number, or a thing with a name of its own.
 * Tells near misses apart that no likeness does: the right topic without the asked figure or thing. Immutable.
 */
final class Attributes {
    /** In place of a pattern of what is held: a passage must have the very words that the question's pattern has in brackets. */
    private static final String THESE_WORDS = "{}";

    private final List<Kind> kinds = new ArrayList<>();
    private final List<Pattern> things = new ArrayList<>();

    /** @param patterns kind + ".asked" and kind + ".held" → pattern */
    private Attributes(Map<String, String> patterns) {
        patterns.forEach((key, asked) -> {
            String held = patterns.getOrDefault(key.replace(".asked", ".held"), "");
            if (key.endsWith(".asked") && held.equals(THESE_WORDS)) {
                things.add(Pattern.compile(asked));
            } else if (key.endsWith(".asked")) {
                kinds.add(new Kind(Pattern.compile(asked), Pattern.compile(held)));
            }
        });
    }

    static Attributes standard() {
        return new Attributes(Lines.patterns("attributes.txt"));
    }

    /**
     * What a passage must hold for a question.
     *
     * @param search its words as searched, in the handbook's language, with those that nobody knows
     * @param normal the same as typed; both normalised
     */
    Wanted asked(String search, String normal) {
        return new Wanted(
                kinds.stream()
                        .filter(kind ->
                                kind.asked().matcher(search + " " + normal).find())
                        .map(Kind::held)
                        .toList(),
                things.stream()
                        .flatMap(thing -> thing.matcher(search).results().map(Attributes::name))
                        .toList());
    }

    /**
     * What is asked for.
     *
     * @param kinds patterns of what a passage must hold; of the few that there are
     * @param things words that it must have
     */
    record Wanted(List<Pattern> kinds, List<String> things) {
        static final Wanted ANYTHING = new Wanted(List.of(), List.of());

        /** @param passage normalised */
        boolean isIn(String passage) {
            return kinds.stream().allMatch(kind -> kind.matcher(passage).find())
                    && things.stream().allMatch(passage::contains);
        }
    }

    private static String name(MatchResult found) {
        return IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(found::group);
    }

    private record Kind(Pattern asked, Pattern held) {}
}
