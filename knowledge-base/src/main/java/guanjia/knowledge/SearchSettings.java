package guanjia.knowledge;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sections are ranked: weights of signals that go from 0 to 1 among the sections compared. Chosen on the tuning questions; 10 % more or
 * less of any changes the order of one or two of them.
 *
 * @param dense the embedding's likeness
 * @param words BM25's score
 * @param subject how much of what the question is about stands in the section
 * @param title the same for its heading and other names
 * @param kind whether it holds the kind of thing asked for: an amount, a time, a place …
 * @param depth how many sections each way of searching contributes
 */
record SearchSettings(
        @DefaultValue("0.5") double dense,
        @DefaultValue("0.2") double words,
        @DefaultValue("0.15") double subject,
        @DefaultValue("0.15") double title,
        @DefaultValue("0.07") double kind,
        @DefaultValue("50") int depth) {
    static final SearchSettings DEFAULT = new SearchSettings(0.5, 0.2, 0.15, 0.15, 0.07, 50);

    SearchSettings {
        if (Math.min(Math.min(dense, words), Math.min(subject, Math.min(title, kind))) < 0 || depth < 1) {
            throw new IllegalArgumentException("guanjia.knowledge.search: no weight below 0, depth at least 1");
        }
    }

    /** @param likeness and score: 1 for the best of those compared */
    double score(double likeness, double score, Indexed section, Sought sought) {
        return dense * likeness
                + words * score
                + subject * sought.share(section.words())
                + title * sought.share(section.names())
                + (sought.fits().test(section.words()) ? kind : 0);
    }
}
