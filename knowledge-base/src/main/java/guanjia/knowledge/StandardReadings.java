package guanjia.knowledge;

import java.util.Optional;
import java.util.function.Supplier;

/** Rules, then examples. What was said lately is remembered: each message is read more than once on its way, and "hello" is said all day. */
final class StandardReadings implements Readings {
    private static final int REMEMBERED = 500;

    private final Normaliser normaliser;
    private final Dangers dangers;
    private final Intents intents;
    private final Forbidden forbidden;
    private final Examples examples;
    private final Embedder embedder;
    private final Recent<String, Optional<Emergency>> emergencies = new Recent<>(REMEMBERED);
    private final Recent<String, Optional<Intent>> first = new Recent<>(REMEMBERED);
    private final Recent<String, Optional<Intent>> then = new Recent<>(REMEMBERED);

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
        Supplier<Learned> learned = Learned.begun(normaliser, vectors);
        return new StandardReadings(
                normaliser,
                new Dangers(Emergencies.standard(), () -> learned.get().dangers(), embedder),
                Intents.standard(),
                new Forbidden(() -> learned.get().forbidden(), embedder),
                Examples.standard(vectors),
                embedder);
    }

    @Override
    public Optional<Emergency> emergency(String text) {
        return emergencies.of(text, words -> dangers.in(normaliser.normal(words)));
    }

    @Override
    public Optional<Intent> intent(String text) {
        String normal = normaliser.normal(text);
        return first(normal).or(() -> then(normal));
    }

    /** What comes before everything else: a person, and what must never be answered. */
    Optional<Intent> first(String normal) {
        return first.of(normal, words -> intents.first(words)
                .or(() -> forbidden.is(words) ? Optional.of(Intent.PRIVATE_DATA) : Optional.empty()));
    }

    /** The rest: what a notice in force may answer instead. */
    Optional<Intent> then(String normal) {
        return then.of(normal, words -> intents.then(words).or(() -> byExample(words)));
    }

    private Optional<Intent> byExample(String normal) {
        return intents.isQuestion(normal) || normal.isBlank()
                ? Optional.empty()
                : examples.nearest(embedder.question(normal));
    }
}
