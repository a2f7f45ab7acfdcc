package guanjia.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;

/** How much words are like those of people in danger, and what they are most like, learned from example sentences of dangers and of calm. Immutable. */
final class DangerLikeness {
    private final List<Example> dangers = new ArrayList<>();
    private final Likeness danger;

    /** Learned when a danger that no rule knows comes for the first time: some 0.3 s. */
    private final FutureTask<Map<Emergency.Kind, Likeness>> kinds = new FutureTask<>(() -> kinds(dangers));

    /** @param examples kind of danger or CALM → normalised sentences @param known their vectors */
    DangerLikeness(Map<String, List<String>> examples, Map<String, float[]> known) {
        examples.forEach((label, sentences) -> sentences.stream()
                .filter(sentence -> !label.equals(Learned.CALM))
                .map(sentence -> new Example(
                        Emergency.Kind.valueOf(label), sentence, Objects.requireNonNull(known.get(sentence))))
                .forEach(dangers::add));
        this.danger = new Likeness(
                dangers.stream().map(Example::sentence).toList(),
                examples.getOrDefault(Learned.CALM, List.of()),
                known);
    }

    /** Kind of danger or CALM → normalised sentences. */
    static Map<String, List<String>> examples(Normaliser normaliser) {
        return Lines.sentences(List.of("dangers-ruled.txt", "dangers-alike.txt", "reports.txt"), normaliser);
    }

    /** Above 0: more like danger than calm; most examples lie beyond 1 and −1. */
    double score(String normal, float[] vector) {
        return danger.score(normal, vector);
    }

    /** What it is most like, among the examples of the kind that it is most like. */
    Example nearest(String normal, float[] vector) {
        Emergency.Kind kind = learnedKinds().entrySet().stream()
                .max(Comparator.comparingDouble(each -> each.getValue().score(normal, vector)))
                .orElseThrow()
                .getKey();
        return dangers.stream()
                .filter(example -> example.kind() == kind)
                .max(Comparator.comparingDouble(example -> Embedder.cosine(example.vector(), vector)))
                .orElseThrow();
    }

    private Map<Emergency.Kind, Likeness> learnedKinds() {
        kinds.run(); // once, by whoever comes first
        return Embedder.await(kinds);
    }

    /** Each kind of danger, told from the others. */
    private static Map<Emergency.Kind, Likeness> kinds(List<Example> dangers) {
        Map<String, float[]> vectors = new HashMap<>();
        dangers.forEach(example -> vectors.put(example.sentence(), example.vector()));
        Map<Emergency.Kind, Likeness> kinds = new EnumMap<>(Emergency.Kind.class);
        for (Emergency.Kind kind : Emergency.Kind.values()) {
            List<String> ofKind = sentences(dangers, example -> example.kind() == kind);
            if (!ofKind.isEmpty()) {
                kinds.put(kind, new Likeness(ofKind, sentences(dangers, example -> example.kind() != kind), vectors));
            }
        }
        return kinds;
    }

    private static List<String> sentences(List<Example> dangers, Predicate<Example> which) {
        return dangers.stream().filter(which).map(Example::sentence).toList();
    }

    /** A sentence of ours. */
    record Example(Emergency.Kind kind, String sentence, float[] vector) {}
}
