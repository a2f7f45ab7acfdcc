package guanjia.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Example utterances of each intent and of questions, compared by likeness: for words that no rule foresaw. An intent counts only when its
 * nearest example is alike enough and clearly nearer than the nearest question. Immutable.
 */
final class Examples {
    private static final String QUESTION = "QUESTION";

    private final List<Example> examples;
    private final double alike;
    private final double ahead;

    /** @param alike the least likeness @param ahead how much nearer than the nearest question */
    Examples(Map<String, List<String>> utterances, Vectors vectors, double alike, double ahead) {
        Map<String, float[]> known = vectors.of(texts(utterances));
        this.examples = new ArrayList<>();
        utterances.forEach((label, of) -> of.stream()
                .map(Normaliser::plain)
                .forEach(text -> examples.add(new Example(label, known.getOrDefault(text, new float[0])))));
        this.alike = alike;
        this.ahead = ahead;
    }

    /** Limits from the tuning questions. */
    static Examples standard(Vectors vectors) {
        return new Examples(utterances(), vectors, 0.75, 0.03);
    }

    /** All that is compared. */
    static List<String> texts() {
        return texts(utterances());
    }

    private static List<String> texts(Map<String, List<String>> utterances) {
        return utterances.values().stream()
                .flatMap(List::stream)
                .map(Normaliser::plain)
                .toList();
    }

    private static Map<String, List<String>> utterances() {
        return Lines.lists("examples.txt");
    }

    /** @param question the vector of normalised words */
    Optional<Intent> nearest(float[] question) {
        Optional<Near> best = examples.stream()
                .filter(example -> !example.label().equals(QUESTION))
                .map(example -> new Near(example, Embedder.cosine(example.vector(), question)))
                .max(Comparator.comparingDouble(Near::likeness));
        double asked = examples.stream()
                .filter(example -> example.label().equals(QUESTION))
                .mapToDouble(example -> Embedder.cosine(example.vector(), question))
                .max()
                .orElse(0);
        return best.filter(near -> near.likeness() >= alike && near.likeness() >= asked + ahead)
                .map(near -> Intent.valueOf(near.example().label()));
    }

    private record Example(String label, float[] vector) {}

    private record Near(Example example, double likeness) {}
}
