package guanjia.knowledge;

import java.util.List;
import java.util.Map;

/**
 * How much words are like wishes that must never be granted: for other people's data, or for orders to the bot, cheating and harm. Learned from
 * example sentences of each, and of calm ones. Immutable.
 */
final class ForbiddenLikeness {
    private final Likeness others;
    private final Likeness orders;

    /** @param examples OTHERS and ORDER → normalised sentences @param calm normalised sentences @param vectors of all of them */
    ForbiddenLikeness(Map<String, List<String>> examples, List<String> calm, Map<String, float[]> vectors) {
        this.others = new Likeness(examples.getOrDefault("OTHERS", List.of()), calm, vectors);
        this.orders = new Likeness(examples.getOrDefault("ORDER", List.of()), calm, vectors);
    }

    /** OTHERS, ORDER or CALM → normalised sentences. */
    static Map<String, List<String>> examples(Normaliser normaliser) {
        return Lines.sentences(List.of("forbidden-alike.txt"), normaliser);
    }

    /** Above 0: more like one of these wishes than like calm words; most examples lie beyond 1 and −1. */
    double score(String normal, float[] vector) {
        return Math.max(others.score(normal, vector), orders.score(normal, vector));
    }
}
