package guanjia.knowledge;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits "泳池几点关,停车怎么收费?" into the questions it holds, and "押金和租金是多少?" too; one that holds a single question stays whole.
 * Immutable.
 *
 * @param between what stands between two questions
 * @param joined two subjects (groups 1 and 2) of one question (group 3)
 * @param question marks of a question that each part must have
 * @param dependent a part that asks on about the other's subject, so that the two are one question
 */
record Parts(Pattern between, Pattern joined, Pattern question, Pattern dependent) {
    private static final int MOST = 2;
    private static final int SHORTEST = 3;
    private static final String NEVER = "(?!)";

    static Parts standard() {
        Map<String, String> patterns = Lines.patterns("parts.txt");
        return new Parts(
                Pattern.compile(patterns.getOrDefault("between", NEVER)),
                Pattern.compile(patterns.getOrDefault("joined", NEVER)),
                Pattern.compile(patterns.getOrDefault("question", NEVER)),
                Pattern.compile(patterns.getOrDefault("dependent", NEVER)));
    }

    /** @param normal normalised words */
    List<String> of(String normal) {
        List<String> parts = between.splitAsStream(normal)
                .map(String::strip)
                .filter(part ->
                        part.length() >= SHORTEST && question.matcher(part).find())
                .toList();
        if (parts.size() == MOST) {
            return parts.stream().anyMatch(part -> dependent.matcher(part).matches()) ? List.of(normal) : parts;
        }
        Matcher both = joined.matcher(normal);
        return both.matches() ? List.of(both.group(1) + both.group(3), both.group(2) + both.group(3)) : List.of(normal);
    }
}
