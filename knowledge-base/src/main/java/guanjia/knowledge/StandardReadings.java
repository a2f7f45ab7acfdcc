package guanjia.knowledge;

import java.util.Optional;

/** Rules, then examples. */
final class StandardReadings implements Readings {
    private final Normaliser normaliser;
    private final Dangers dangers;
    private final Intents intents;
    private final Examples examples;
    private final Embedder embedder;

    StandardReadings(Normaliser normaliser, Dangers dangers, Intents intents, Examples examples, Embedder embedder) {
        this.normaliser = normaliser;
        this.dangers = dangers;
        this.intents = intents;
        this.examples = examples;
        this.embedder = embedder;
    }

    static StandardReadings standard(Normaliser normaliser, Vectors vectors, Embedder embedder) {
        Dangers dangers = Dangers.standard(normaliser, vectors, embedder);
        return new StandardReadings(normaliser, dangers, Intents.standard(), Examples.standard(vectors), embedder);
    }

    @Override
    public Optional<Emergency> emergency(String text) {
        return dangers.in(normaliser.normal(text));
    }

    @Override
    public Optional<Intent> intent(String text) {
        String normal = normaliser.normal(text);
        return intents.first(normal).or(() -> intents.then(normal)).or(() -> byExample(normal));
    }

    /** Rules that come before everything else. */
    Optional<Intent> first(String normal) {
        return intents.first(normal);
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
