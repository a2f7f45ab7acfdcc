package guanjia.knowledge;

import java.util.List;

/** Gathers what an estate has into a snapshot. */
final class Library {
    private final Changes changes;
    private final StoredHandbooks handbooks;
    private final StoredNotices notices;
    private final StoredGlossary glossary;
    private final Vectors vectors;
    private final Normaliser normaliser;

    Library(
            Changes changes,
            StoredHandbooks handbooks,
            StoredNotices notices,
            StoredGlossary glossary,
            Vectors vectors,
            Normaliser normaliser) {
        this.changes = changes;
        this.handbooks = handbooks;
        this.notices = notices;
        this.glossary = glossary;
        this.vectors = vectors;
        this.normaliser = normaliser;
    }

    Snapshot snapshot(String estate) {
        long version = changes.version(estate);
        List<Entry> entries = handbooks.entries(estate);
        Terms terms = Terms.of(normaliser, glossary.terms(estate));
        return new Snapshot(version, terms, notices.all(estate), Indexed.all(entries, vectors));
    }
}
