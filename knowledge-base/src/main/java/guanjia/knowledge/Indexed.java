package guanjia.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A section with everything that search needs of it.
 *
 * @param words its normalised words
 * @param vectors of its windows and aliases
 * @param sentences its text in pieces that fit an SMS; empty when the whole text does
 * @param sentenceVectors one for each of them
 */
record Indexed(
        Entry entry, String words, List<float[]> vectors, List<String> sentences, List<float[]> sentenceVectors) {
    /** All at once, so that stored vectors are fetched in few round trips. */
    static List<Indexed> all(List<Entry> entries, Vectors vectors) {
        Map<String, float[]> known = vectors.of(entries.stream()
                .flatMap(entry -> Stream.concat(chunks(entry).stream(), normal(sentences(entry)).stream()))
                .toList());
        return entries.stream()
                .map(entry -> new Indexed(
                        entry,
                        entry.words(),
                        pick(known, chunks(entry)),
                        sentences(entry),
                        pick(known, normal(sentences(entry)))))
                .toList();
    }

    private static List<String> chunks(Entry entry) {
        Stream<String> aliases = entry.section().aliases().stream().map(Normaliser::plain);
        return Stream.concat(entry.chunks().stream(), aliases).toList();
    }

    private static List<String> sentences(Entry entry) {
        String text = entry.section().text();
        return text.length() <= Question.SMS ? List.of() : Sentences.within(text, Question.SMS);
    }

    private static List<String> normal(List<String> sentences) {
        return sentences.stream().map(Normaliser::plain).toList();
    }

    private static List<float[]> pick(Map<String, float[]> known, List<String> texts) {
        return texts.stream()
                .map(text -> Objects.requireNonNull(known.get(text)))
                .toList();
    }

    /** The likeness of its best window. */
    double likeness(float[] question) {
        return vectors.stream()
                .mapToDouble(vector -> Embedder.cosine(vector, question))
                .max()
                .orElse(0);
    }

    IntStream sentencePlaces() {
        return IntStream.range(0, sentences.size());
    }
}
