package guanjia.knowledge;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a passage can hold what a question asks for: how much, when, how long, where, who, which number. Tells near-misses apart that no
 * likeness does: the right topic without the asked figure. Immutable.
 */
final class Attributes {
    private final List<Attribute> attributes;

    private Attributes(List<Attribute> attributes) {
        this.attributes = attributes;
    }

    static Attributes standard() {
        Map<String, String> patterns = Lines.patterns("attributes.txt");
        Stream<String> kinds = patterns.keySet().stream()
                .filter(key -> key.endsWith(".asked"))
                .map(key -> key.substring(0, key.indexOf('.')));
        return new Attributes(kinds.map(kind -> new Attribute(
                        Pattern.compile(patterns.get(kind + ".asked")), Pattern.compile(patterns.get(kind + ".held"))))
                .toList());
    }

    /** What a passage must hold for words that ask, both normalised. */
    Predicate<String> asked(String words) {
        List<Pattern> held = attributes.stream()
                .filter(attribute -> attribute.asked().matcher(words).find())
                .map(Attribute::held)
                .toList();
        return passage ->
                held.stream().allMatch(pattern -> pattern.matcher(passage).find());
    }

    private record Attribute(Pattern asked, Pattern held) {}
}
