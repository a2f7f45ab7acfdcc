package guanjia.knowledge;

/**
 * What speaks for a section, each from 0 to 1 among the sections compared with it.
 *
 * @param dense the embedding's likeness
 * @param words BM25's score
 * @param subject how much of what the question is about stands in the section
 * @param title the same for its heading and other names
 * @param sentence the likeness of its most alike sentence
 * @param kind 1 when it holds the kind of thing asked for, else 0
 */
record Signals(double dense, double words, double subject, double title, double sentence, double kind) {
    double[] all() {
        return new double[] {dense, words, subject, title, sentence, kind};
    }
}
