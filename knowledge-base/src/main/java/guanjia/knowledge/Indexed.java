package guanjia.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A section with everything that search needs of it.
 *
 * @param words its normalised words
 * @param names its heading and aliases, normalised
 * @param windows vectors of its text
 * @param aliases vectors of its other names
 * @param sentences its text in pieces that fit an SMS
 * @param sentenceVectors one for each of them, read with the title
 */
record Indexed(
        Entry entry,
        String words,
        String names,
        List<float[]> windows,
        List<float[]> aliases,
        List<String> sentences,
        List<float[]> sentenceVectors) {
    /** All at once, so that stored vectors are fetched in few round trips. */
    static List<Indexed> all(List<Entry> entries, Vectors vectors) {
        Map<String, float[]> known = vectors.of(texts(entries));
        return entries.stream()
                .map(entry -> new Indexed(
                        entry,
                        entry.words(),
                        entry.names(),
                        pick(known, entry.chunks()),
                        pick(known, aliases(entry)),
                        sentences(entry),
                        pick(known, titled(entry))))
                .toList();
    }

    /** Everything of these sections that is compared by likeness. */
    static List<String> texts(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry ->
                        Stream.of(entry.chunks(), aliases(entry), titled(entry)).flatMap(List::stream))
                .toList();
    }

    private static List<String> aliases(Entry entry) {
        return entry.section().aliases().stream().map(Normaliser::plain).toList();
    }

    private static List<String> sentences(Entry entry) {
        return Sentences.within(entry.section().text(), Question.SMS);
    }

    private static List<String> titled(Entry entry) {
        return sentences(entry).stream()
                .map(sentence -> Normaliser.plain(entry.section().title() + " " + sentence))
                .toList();
    }

    private static List<float[]> pick(Map<String, float[]> known, List<String> texts) {
        return texts.stream()
                .map(text -> Objects.requireNonNull(known.get(text)))
                .toList();
    }

    /**
     * The likeness of its best window, or of an alias when the question is about what the section is called: "pool, when open?" is like any
     * other "when open?".
     */
    double likeness(Sought sought) {
        double text = likest(windows, sought.vector());
        return sought.share(names) == 0 ? text : Math.max(text, likest(aliases, sought.vector()));
    }

    double likestSentence(float[] question) {
        return likest(sentenceVectors, question);
    }

    private static double likest(List<float[]> vectors, float[] question) {
        double most = vectors.isEmpty() ? 0 : -1;
        for (float[] vector : vectors) {
            most = Math.max(most, Embedder.cosine(vector, question));
        }
        return most;
    }
}
