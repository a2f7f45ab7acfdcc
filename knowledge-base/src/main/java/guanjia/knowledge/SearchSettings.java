package guanjia.knowledge;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sections are ranked.
 *
 * @param denseWeight share of the embedding's likeness in the order, the rest is BM25's; 0.5 to 0.7 measured well on short questions
 * @param depth how many sections each way of searching contributes
 */
record SearchSettings(
        @DefaultValue("0.6") double denseWeight,
        @DefaultValue("50") int depth) {
    static final SearchSettings DEFAULT = new SearchSettings(0.6, 50);

    SearchSettings {
        if (denseWeight < 0 || denseWeight > 1 || depth < 1) {
            throw new IllegalArgumentException("guanjia.knowledge.search: dense-weight is 0 to 1, depth at least 1");
        }
    }
}
