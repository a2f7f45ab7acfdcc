package guanjia.knowledge;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Splits "泳池几点关,停车怎么收费?" into the questions it holds; one that holds a single question stays whole. Immutable. */
record Parts(Pattern between, Pattern question) {
    private static final int MOST = 2;
    private static final int SHORTEST = 3;

    static Parts standard() {
        Map<String, String> patterns = Lines.patterns("parts.txt");
        return new Parts(
                Pattern.compile(patterns.getOrDefault("between", "(?!)")),
                Pattern.compile(patterns.getOrDefault("question", "(?!)")));
    }

    /** @param normal normalised words */
    List<String> of(String normal) {
        List<String> parts = between.splitAsStream(normal)
                .map(String::strip)
                .filter(part ->
                        part.length() >= SHORTEST && question.matcher(part).find())
                .toList();
        return parts.size() == MOST ? parts : List.of(normal);
    }
}
