package guanjia.knowledge;

import java.time.Instant;
import java.util.List;

/**
 * Questions that found no answer, those of one meaning grouped. Phone numbers, other numbers of that length and names are masked before
 * anything is stored. Recorded in the background: a crash may lose the last second's. Safe for use by many threads.
 */
public interface Gaps {
    /** The groups of an estate, the one asked last first. */
    List<Gap> newest(String estate, int limit);

    /** A person has dealt with it, e.g. written a section. @return whether it was there */
    boolean resolve(String estate, String id);

    /**
     * Questions of one meaning.
     *
     * @param question the first, masked
     * @param examples other wordings, masked, at most five
     * @param nearest the section title that came nearest; may be empty
     */
    record Gap(
            String id,
            String question,
            List<String> examples,
            long count,
            Instant first,
            Instant last,
            String nearest) {}
}
