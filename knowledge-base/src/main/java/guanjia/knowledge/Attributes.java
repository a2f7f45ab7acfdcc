package guanjia.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a passage can hold what a question asks for: how much, when, how long, where, who, which number, or a thing with a name of its own.
 * Tells near misses apart that no likeness does: the right topic without the asked figure or thing. Immutable.
 */
final class Attributes {
    private final List<Attribute> attributes;

    private Attributes(List<Attribute> attributes) {
        this.attributes = attributes;
    }

    static Attributes standard() {
        Map<String, String> patterns = Lines.patterns("attributes.txt");
        return new Attributes(patterns.entrySet().stream()
                .filter(each -> each.getKey().endsWith(".asked"))
                .map(each -> Attribute.of(
                        Pattern.compile(each.getValue()),
                        patterns.getOrDefault(each.getKey().replace(".asked", ".held"), "")))
                .toList());
    }

    /**
     * What a passage must hold for a question.
     *
     * @param search its words as searched, in the handbook's language
     * @param normal the same as typed; both normalised
     */
    Predicate<String> asked(String search, String normal) {
        List<Predicate<String>> wanted =
                attributes.stream().flatMap(each -> each.wanted(search, normal)).toList();
        return passage -> wanted.stream().allMatch(each -> each.test(passage));
    }

    private sealed interface Attribute {
        /** In place of a pattern: a passage must have the very words that the question's pattern has in brackets. */
        String THESE_WORDS = "{}";

        static Attribute of(Pattern asked, String held) {
            return held.equals(THESE_WORDS) ? new Thing(asked) : new Kind(asked, Pattern.compile(held));
        }

        Stream<Predicate<String>> wanted(String search, String normal);
    }

    private record Kind(Pattern asked, Pattern held) implements Attribute {
        @Override
        public Stream<Predicate<String>> wanted(String search, String normal) {
            return asked.matcher(search + " " + normal).find() ? Stream.of(held.asPredicate()) : Stream.empty();
        }
    }

    private record Thing(Pattern asked) implements Attribute {
        @Override
        public Stream<Predicate<String>> wanted(String search, String normal) {
            return asked.matcher(search).results().map(Thing::name).map(name -> passage -> passage.contains(name));
        }

        private static String name(MatchResult found) {
            return IntStream.rangeClosed(1, found.groupCount())
                    .mapToObj(found::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseGet(found::group);
        }
    }
}
