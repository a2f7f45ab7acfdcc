package guanjia.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How much words are like those of people in danger, and what they are most like, learned from example sentences of dangers and of calm. Immutable. */
final class DangerLikeness {
    static final String CALM = "CALM";
    private static final int NEIGHBOURS = 3;

    private final List<Example> dangers = new ArrayList<>();
    private final Likeness danger;

    /** @param examples kind of danger or CALM → normalised sentences */
    DangerLikeness(Map<String, List<String>> examples, Vectors vectors) {
        Map<String, float[]> known =
                vectors.of(examples.values().stream().flatMap(List::stream).toList());
        examples.forEach((label, sentences) -> sentences.stream()
                .filter(sentence -> !label.equals(CALM))
                .map(sentence -> new Example(
                        Emergency.Kind.valueOf(label), sentence, Objects.requireNonNull(known.get(sentence))))
                .forEach(dangers::add));
        this.danger = new Likeness(
                dangers.stream().map(Example::sentence).toList(), examples.getOrDefault(CALM, List.of()), known);
    }

    static DangerLikeness standard(Normaliser normaliser, Vectors vectors) {
        return new DangerLikeness(examples(normaliser), vectors);
    }

    /** All that it learns from. */
    static List<String> texts(Normaliser normaliser) {
        return examples(normaliser).values().stream().flatMap(List::stream).toList();
    }

    /** Kind of danger or CALM → normalised sentences. */
    static Map<String, List<String>> examples(Normaliser normaliser) {
        return Lines.sentences(List.of("dangers-ruled.txt", "dangers-alike.txt"), normaliser);
    }

    /** Above 0: more like danger than calm; most examples lie beyond 1 and −1. */
    double score(String normal, float[] vector) {
        return danger.score(normal, vector);
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
}
