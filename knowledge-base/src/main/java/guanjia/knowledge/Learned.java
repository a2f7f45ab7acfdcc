package guanjia.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All that is learned from example sentences when the product starts. */
record Learned(DangerLikeness dangers, ForbiddenLikeness forbidden) {
    /** Sentences that belong to nothing that is to be recognised. */
    static final String CALM = "CALM";

    /** In the background, so that a start isn't longer for it; a failure is thrown at every use. */
    static Supplier<Learned> begun(Normaliser normaliser, Vectors vectors) {
        FutureTask<Learned> learning = new FutureTask<>(() -> from(normaliser, vectors));
        Thread.ofPlatform().daemon().name("knowledge-learning").start(learning);
        return () -> Embedder.await(learning);
    }

    static Learned from(Normaliser normaliser, Vectors vectors) {
        Map<String, List<String>> dangers = DangerLikeness.examples(normaliser);
        Map<String, List<String>> forbidden = ForbiddenLikeness.examples(normaliser);
        Map<String, float[]> known =
                vectors.of(Stream.concat(texts(dangers), texts(forbidden)).toList());
        Set<String> own = new HashSet<>(texts(forbidden).toList());
        List<String> calm = Stream.concat(
                        forbidden.getOrDefault(CALM, List.of()).stream(),
                        dangers.getOrDefault(CALM, List.of()).stream()
                                .filter(sentence -> !own.contains(sentence))) // calm, but not all of it granted
                .toList();
        return new Learned(new DangerLikeness(dangers, known), new ForbiddenLikeness(forbidden, calm, known));
    }

    /** All sentences. */
    static List<String> texts(Normaliser normaliser) {
        return Stream.concat(texts(DangerLikeness.examples(normaliser)), texts(ForbiddenLikeness.examples(normaliser)))
                .toList();
    }

    private static Stream<String> texts(Map<String, List<String>> examples) {
        return examples.values().stream().flatMap(List::stream);
    }
}
