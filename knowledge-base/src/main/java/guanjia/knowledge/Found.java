package guanjia.knowledge;

import java.util.List;

/**
 * What a search found. All but the order are raw signals, comparable between questions.
 *
 * @param hits the best first
 * @param cosine likeness of the most alike section, 0 to 1
 * @param lead how far the best hit stands before the fifth, in the fused score
 * @param coverage how much of what the question is about stands in the best hit, 0 to 1
 * @param sentence likeness of the most alike sentence of the best hit
 */
record Found(List<Hit> hits, double cosine, double lead, double coverage, double sentence) {
    static final Found NOTHING = new Found(List.of(), 0, 0, 0, 0);

    /** Neighbouring sections that may well say much the same; the next is to be clearly worse. */
    private static final int RIVALS = 4;

    /** @param hits the best first, at least one @param cosine likeness of the most alike section */
    static Found of(List<Hit> hits, double cosine) {
        Hit first = hits.getFirst();
        double lead =
                first.score() - hits.get(Math.min(RIVALS, hits.size() - 1)).score();
        return new Found(hits, cosine, lead, first.signals().subject(), first.sentence());
    }

    /**
     * A section found.
     *
     * @param score the fused one: only for the order, never for abstention (the best of a list always scores near 1)
     * @param sentence likeness of its most alike sentence
     */
    record Hit(Indexed section, Signals signals, double score, double sentence) {
        Entry entry() {
            return section.entry();
        }
    }

    List<String> titles(int most) {
        return hits.stream()
                .map(hit -> hit.entry().section().title())
                .distinct()
                .limit(most)
                .toList();
    }
}
