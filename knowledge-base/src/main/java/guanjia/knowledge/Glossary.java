package guanjia.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Which handbook term other words mean, per estate: English words and expressions of the place. Added to the product's own list, whose
 * entry for the same word it replaces. Blocking; call from a virtual thread. Safe for use by many threads.
 */
public interface Glossary {
    /** The estate's own entries: handbook term → words in any language. */
    Map<String, List<String>> terms(String estate);

    /** Replaces the estate's own entries; counts from the next question on, in other processes within 5 s. */
    void replace(String estate, Map<String, List<String>> terms);

    /** Words of questions that matched neither handbook nor glossary, the most frequent first: what to add. */
    List<UnmatchedWord> unmatched(String estate, int limit);

    /** A word that nothing matched. @param count how many questions had it */
    record UnmatchedWord(String word, long count, Instant last) {}
}
