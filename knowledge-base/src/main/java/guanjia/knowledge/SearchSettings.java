package guanjia.knowledge;

import java.util.stream.DoubleStream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sections are ranked: weights of signals that go from 0 to 1 among the sections compared. Fitted on both sets of tuning questions
 * (right section first in five-fold cross-validation: 87 %).
 *
 * @param dense the embedding's likeness
 * @param words BM25's score
 * @param subject how much of what the question is about stands in the section
 * @param title the same for its heading and other names
 * @param sentence the likeness of its most alike sentence: long sections about many things are found by the one that matters
 * @param kind whether it holds the kind of thing asked for: an amount, a time, a place …
 * @param depth how many sections each way of searching contributes
 */
record SearchSettings(
        @DefaultValue("0.28") double dense,
        @DefaultValue("0.19") double words,
        @DefaultValue("0.13") double subject,
        @DefaultValue("0.05") double title,
        @DefaultValue("0.26") double sentence,
        @DefaultValue("0.09") double kind,
        @DefaultValue("50") int depth) {
    static final SearchSettings DEFAULT = new SearchSettings(0.28, 0.19, 0.13, 0.05, 0.26, 0.09, 50);

    SearchSettings {
        if (DoubleStream.of(dense, words, subject, title, sentence, kind).min().orElse(0) < 0 || depth < 1) {
            throw new IllegalArgumentException("guanjia.knowledge.search: no weight below 0, depth at least 1");
        }
    }

    /** @param likeness of the whole, of its best sentence, and score of its words: 1 for the best of those compared */
    double score(double likeness, double sentences, double score, Indexed section, Sought sought) {
        return dense * likeness
                + sentence * sentences
                + words * score
                + subject * sought.share(section.words())
                + title * sought.share(section.names())
                + (sought.fits().test(section.words()) ? kind : 0);
    }
}
