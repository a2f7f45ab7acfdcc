package guanjia.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much words are like wishes that must never be granted: for other people's data, or for orders to the bot, cheating and harm. Learned from
 * example sentences of each, and of calm ones, those beside dangers too. Immutable.
 */
final class ForbiddenLikeness {
    private static final String CALM = DangerLikeness.CALM;

    private final List<Likeness> kinds = new ArrayList<>();

    /** @param examples what is forbidden, or CALM → normalised sentences */
    ForbiddenLikeness(Map<String, List<String>> examples, Vectors vectors) {
        Map<String, float[]> known =
                vectors.of(examples.values().stream().flatMap(List::stream).toList());
        List<String> calm = examples.getOrDefault(CALM, List.of());
        examples.forEach((label, sentences) -> {
            if (!label.equals(CALM)) {
                kinds.add(new Likeness(sentences, calm, known));
            }
        });
    }

    static ForbiddenLikeness standard(Normaliser normaliser, Vectors vectors) {
        Map<String, List<String>> examples = examples(normaliser);
        Set<String> known = new HashSet<>(texts(normaliser));
        List<String> beside = DangerLikeness.examples(normaliser).getOrDefault(CALM, List.of());
        beside.stream()
                .filter(sentence -> !known.contains(sentence)) // calm, but not all of it granted
                .forEach(examples.computeIfAbsent(CALM, label -> new ArrayList<>())::add);
        return new ForbiddenLikeness(examples, vectors);
    }

    /** All that only it learns from. */
    static List<String> texts(Normaliser normaliser) {
        return examples(normaliser).values().stream().flatMap(List::stream).toList();
    }

    private static Map<String, List<String>> examples(Normaliser normaliser) {
        return Lines.sentences(List.of("forbidden-alike.txt"), normaliser);
    }

    /** Above 0: more like one of these wishes than like calm words; most examples lie beyond 1 and −1. */
    double score(String normal, float[] vector) {
        return kinds.stream()
                .mapToDouble(kind -> kind.score(normal, vector))
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }
}
