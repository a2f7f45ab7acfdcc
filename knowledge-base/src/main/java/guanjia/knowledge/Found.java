package guanjia.knowledge;

import java.util.List;

/**
 * What a search found. All but the order are raw signals, comparable between questions.
 *
 * @param hits the best first
 * @param cosine likeness of the most alike section, 0 to 1
 * @param margin how far that stands above the mean of the ten most alike
 * @param lead how far the best hit stands before the fifth, in the fused score
 * @param coverage how much of what the question is about stands in the best hit, 0 to 1
 * @param sentence likeness of the most alike sentence of the best hit
 */
record Found(List<Hit> hits, double cosine, double margin, double lead, double coverage, double sentence) {
    static final Found NOTHING = new Found(List.of(), 0, 0, 0, 0, 0);

    /** @param score the fused one: only for the order, never for abstention (the best of a list always scores near 1) */
    record Hit(Indexed section, double score, double cosine) {
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
