package guanjia.knowledge;

import java.util.List;
import java.util.Set;

/**
 * A question's words made fit for search.
 *
 * @param normal the words normalised, otherwise as typed
 * @param own the same in Chinese: foreign words replaced by handbook terms where the glossary knows them
 * @param search the words to search with: these, and the handbook's terms for them
 * @param replaced the handbook's terms instead of these, where the glossary knows them
 * @param unmatched words that neither glossary nor handbook knows
 * @param searchable false when a foreign question has no word that the glossary knows: dense search would guess
 * @param parts the questions it holds when it holds two, each without parts; else empty
 */
record Asked(
        String normal,
        String own,
        String search,
        String replaced,
        Set<String> unmatched,
        boolean searchable,
        List<Asked> parts) {
    Asked of(List<Asked> parts) {
        return new Asked(normal, own, search, replaced, unmatched, searchable, List.copyOf(parts));
    }
}
