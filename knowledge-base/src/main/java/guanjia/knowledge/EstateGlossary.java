package guanjia.knowledge;

import java.util.List;
import java.util.Map;

/** Stores entries and has the estate's snapshot rebuilt; the report comes from the notes on unanswered questions. */
final class EstateGlossary implements Glossary {
    private final StoredGlossary stored;
    private final StoredWords words;
    private final Shelf shelf;

    EstateGlossary(StoredGlossary stored, StoredWords words, Shelf shelf) {
        this.stored = stored;
        this.words = words;
        this.shelf = shelf;
    }

    @Override
    public Map<String, List<String>> terms(String estate) {
        return stored.terms(estate);
    }

    @Override
    public void replace(String estate, Map<String, List<String>> terms) {
        stored.replace(estate, terms);
        shelf.changed(estate);
    }

    @Override
    public List<UnmatchedWord> unmatched(String estate, int limit) {
        return words.mostFrequent(estate, limit);
    }
}
