package guanjia.knowledge;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How much words are like one kind of sentences and not like others, learned from examples of both: by their meaning (vector) and by their characters,
 * pairs of characters and English words, which also works where the Chinese model doesn't understand. Immutable.
 */
final class Likeness {
    private static final double PENALTY = 3;
    private static final double MARKS_TO_MEANING = 2;
    private static final Pattern WORD = Pattern.compile("[a-z]+|\\p{IsHan}+");

    /** Menu words, numbers, names and dates are shorter. */
    private static final Pattern TELLS_SOMETHING = Pattern.compile(
            "(?:\\p{IsHan}[^\\p{IsHan}]*){5}|(?:[a-z']+[^a-z]+){2}[a-z]|\\p{IsHan}.*[a-z]{3}|[a-z]{3}.*\\p{IsHan}");

    private final Map<String, Integer> marks = new HashMap<>();
    private final float[] plane;

    /** @param vectors of all these sentences, which are normalised */
    Likeness(List<String> kind, List<String> others, Map<String, float[]> vectors) {
        Stream.concat(kind.stream(), others.stream())
                .flatMap(sentence -> marksOf(sentence).stream())
                .forEach(mark -> marks.putIfAbsent(mark, marks.size()));
        this.plane = LinearSeparation.between(points(kind, vectors), points(others, vectors), PENALTY, marks.size());
    }

    /** Whether normalised words are enough for a comparison: what is shorter isn't worth an embedding. */
    static boolean tellsSomething(String normal) {
        return TELLS_SOMETHING.matcher(normal).find();
    }

    /** Above 0: more like this kind than like others; most examples lie beyond 1 and −1. @param vector of these normalised words */
    double score(String normal, float[] vector) {
        return point(normal, vector).times(plane);
    }

    private List<LinearSeparation.Point> points(List<String> sentences, Map<String, float[]> vectors) {
        return sentences.stream()
                .map(sentence -> point(sentence, Objects.requireNonNull(vectors.get(sentence))))
                .toList();
    }

    private LinearSeparation.Point point(String sentence, float[] vector) {
        Set<String> all = marksOf(sentence);
        int[] known = all.stream()
                .map(marks::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .toArray();
        return new LinearSeparation.Point(
                vector, known, (float) (MARKS_TO_MEANING / Math.sqrt(Math.max(1, all.size()))));
    }

    private static Set<String> marksOf(String sentence) {
        Set<String> marks = new LinkedHashSet<>();
        String before = "";
        for (MatchResult word : WORD.matcher(sentence).results().toList()) {
            String letters = word.group();
            boolean english = letters.charAt(0) < 128;
            if (english) {
                marks.add(letters);
                marks.add(before + " " + letters);
            }
            for (int place = 0; !english && place < letters.length(); place++) {
                marks.add(letters.substring(place, place + 1));
                marks.add(letters.substring(place, Math.min(place + 2, letters.length())));
            }
            before = english ? letters : "";
        }
        return marks;
    }
}
