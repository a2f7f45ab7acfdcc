package guanjia.knowledge;

import java.util.List;
import java.util.Map;

/**
 * One question as search needs it.
 *
 * @param words normalised, Chinese
 * @param vector of these words
 * @param subjects what it is about → how rare that is in the handbooks; once in its own words, once in the handbooks' words
 * @param wanted the kind of thing that is asked for
 */
record Sought(String words, float[] vector, List<Map<String, Double>> subjects, Attributes.Wanted wanted) {
    /** How much of what it is about stands in a text, 0 to 1; rare subjects count most. */
    double share(String text) {
        double most = 0;
        for (Map<String, Double> rarities : subjects) {
            most = Math.max(most, share(rarities, text));
        }
        return most;
    }

    private static double share(Map<String, Double> rarities, String text) {
        double all = 0;
        double found = 0;
        for (Map.Entry<String, Double> subject : rarities.entrySet()) {
            all += subject.getValue();
            found += text.contains(subject.getKey()) ? subject.getValue() : 0;
        }
        return all == 0 ? 0 : found / all;
    }
}
