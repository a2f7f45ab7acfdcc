package guanjia.knowledge;

import java.util.Optional;

/** Rules, then examples. */
final class StandardReadings implements Readings {
    private final Normaliser normaliser;
    private final Dangers dangers;
    private final Intents intents;
    private final Forbidden forbidden;
    private final Examples examples;
    private final Embedder embedder;

    StandardReadings(
            Normaliser normaliser,
            Dangers dangers,
            Intents intents,
            Forbidden forbidden,
            Examples examples,
            Embedder embedder) {
        this.normaliser = normaliser;
        this.dangers = dangers;
        this.intents = intents;
        this.forbidden = forbidden;
        this.examples = examples;
        this.embedder = embedder;
    }

    static StandardReadings standard(Normaliser normaliser, Vectors vectors, Embedder embedder) {
        Dangers dangers = Dangers.standard(normaliser, vectors, embedder);
        Forbidden forbidden = Forbidden.standard(normaliser, vectors, embedder);
        return new StandardReadings(
                normaliser, dangers, Intents.standard(), forbidden, Examples.standard(vectors), embedder);
    }

    @Override
    public Optional<Emergency> emergency(String text) {
        return dangers.in(normaliser.normal(text));
    }

    @Override
    public Optional<Intent> intent(String text) {
        String normal = normaliser.normal(text);
        return first(normal).or(() -> then(normal));
    }

    /** What comes before everything else: a person, and what must never be answered. */
    Optional<Intent> first(String normal) {
        return intents.first(normal)
                .or(() -> forbidden.is(normal) ? Optional.of(Intent.PRIVATE_DATA) : Optional.empty());
    }

    /** The rest: what a notice in force may answer instead. */
    Optional<Intent> then(String normal) {
        return intents.then(normal).or(() -> byExample(normal));
    }

    private Optional<Intent> byExample(String normal) {
        return intents.isQuestion(normal) || normal.isBlank()
                ? Optional.empty()
                : examples.nearest(embedder.question(normal));
    }
}
