package guanjia.knowledge;

import java.util.Set;

/**
 * A question's words made fit for search.
 *
 * @param normal the words normalised, otherwise as typed
 * @param search the words to search with: Chinese, foreign words replaced by handbook terms where the glossary knows them
 * @param unmatched words that neither glossary nor handbook knows
 * @param searchable false when a foreign question has no word that the glossary knows: dense search would guess
 */
record Asked(String normal, String search, Set<String> unmatched, boolean searchable) {}
