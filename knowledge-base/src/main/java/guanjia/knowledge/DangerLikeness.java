package guanjia.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How much words are like those of people in danger, learned from example sentences of dangers and of calm: by their meaning (vector) and by their
 * characters, pairs of characters and English words, which also works where the Chinese model doesn't understand. Immutable.
 */
final class DangerLikeness {
    private static final String CALM = "CALM";
    private static final double PENALTY = 3;
    private static final double MARKS_TO_MEANING = 2;
    private static final int NEIGHBOURS = 3;
    private static final Pattern WORD = Pattern.compile("[a-z]+|\\p{IsHan}+");

    private final List<Example> dangers = new ArrayList<>();
    private final Map<String, Integer> marks = new HashMap<>();
    private final float[] plane;

    /** @param examples kind of danger or CALM → normalised sentences */
    DangerLikeness(Map<String, List<String>> examples, Vectors vectors) {
        Map<String, float[]> known =
                vectors.of(examples.values().stream().flatMap(List::stream).toList());
        examples.values().stream()
                .flatMap(List::stream)
                .flatMap(sentence -> marksOf(sentence).stream())
                .forEach(mark -> marks.putIfAbsent(mark, marks.size()));
        List<LinearSeparation.Point> danger = new ArrayList<>();
        List<LinearSeparation.Point> calm = new ArrayList<>();
        examples.forEach((label, sentences) -> sentences.forEach(sentence -> {
            float[] vector = known.getOrDefault(sentence, new float[SentenceModel.LENGTH]);
            (label.equals(CALM) ? calm : danger).add(point(sentence, vector));
            if (!label.equals(CALM)) {
                dangers.add(new Example(Emergency.Kind.valueOf(label), sentence, vector));
            }
        }));
        this.plane = LinearSeparation.between(danger, calm, PENALTY, marks.size());
    }

    static DangerLikeness standard(Normaliser normaliser, Vectors vectors) {
        return new DangerLikeness(examples(normaliser), vectors);
    }

    /** All that it learns from. */
    static List<String> texts(Normaliser normaliser) {
        return examples(normaliser).values().stream().flatMap(List::stream).toList();
    }

    private static Map<String, List<String>> examples(Normaliser normaliser) {
        Map<String, List<String>> examples = new LinkedHashMap<>();
        Stream.of("dangers-ruled.txt", "dangers-alike.txt")
                .flatMap(Lines::pairs)
                .forEach(each -> examples.computeIfAbsent(each.getKey(), label -> new ArrayList<>())
                        .add(normaliser.normal(each.getValue())));
        return examples;
    }

    /** Above 0: more like danger than calm; most examples lie beyond 1 and −1. */
    double score(String normal, float[] vector) {
        return point(normal, vector).times(plane);
    }

    /** What it is most like. */
    Example nearest(float[] vector) {
        List<Example> near = dangers.stream()
                .sorted(Comparator.comparingDouble((Example example) -> -Embedder.cosine(example.vector(), vector)))
                .limit(NEIGHBOURS)
                .toList();
        return near.stream()
                .filter(example -> near.stream().filter(example::isOfKind).count() > 1)
                .findFirst()
                .orElse(near.getFirst());
    }

    /** A sentence of ours. */
    record Example(Emergency.Kind kind, String sentence, float[] vector) {
        private boolean isOfKind(Example other) {
            return kind == other.kind;
        }
    }

    private LinearSeparation.Point point(String sentence, float[] vector) {
        Set<String> all = marksOf(sentence);
        int[] known = all.stream()
                .map(marks::get)
                .filter(java.util.Objects::nonNull)
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
