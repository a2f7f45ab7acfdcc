package guanjia.knowledge;

import java.util.stream.DoubleStream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sections are ranked: weights of signals that go from 0 to 1 among the sections compared. Fitted by {@link Fit} on all
 * tuning questions (right section first where a set is left out of the fit: 93 %).
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
        @DefaultValue("0.205") double dense,
        @DefaultValue("0.11") double words,
        @DefaultValue("0.125") double subject,
        @DefaultValue("0.07") double title,
        @DefaultValue("0.27") double sentence,
        @DefaultValue("0.22") double kind,
        @DefaultValue("50") int depth) {
    static final SearchSettings DEFAULT = new SearchSettings(0.205, 0.11, 0.125, 0.07, 0.27, 0.22, 50);

    SearchSettings {
        if (DoubleStream.of(dense, words, subject, title, sentence, kind).min().orElse(0) < 0 || depth < 1) {
            throw new IllegalArgumentException("guanjia.knowledge.search: no weight below 0, depth at least 1");
        }
    }

    double score(Signals signals) {
        return dense * signals.dense()
                + words * signals.words()
                + subject * signals.subject()
                + title * signals.title()
                + sentence * signals.sentence()
                + kind * signals.kind();
    }
}
