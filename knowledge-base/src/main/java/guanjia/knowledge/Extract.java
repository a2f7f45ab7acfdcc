package guanjia.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The passage of a section that answers: all of it when it fits, else its best sentences in the order of the document. Sentences are
 * rated by likeness plus half the shared rare pairs of characters, both as distances from their mean (measured best of six ways).
 */
final class Extract {
    private static final double OVERLAP_WEIGHT = 0.5;

    private Extract() {}

    /** @param asked normalised words @param question their vector @param longest in characters */
    static String from(Indexed section, String asked, float[] question, int longest, Lexical lexical) {
        String whole = section.entry().section().text();
        if (whole.length() <= longest || section.sentences().isEmpty()) {
            return whole.length() <= longest ? whole : whole.substring(0, longest);
        }
        double[] likeness = normed(section.sentenceVectors().stream()
                .mapToDouble(vector -> Embedder.cosine(vector, question))
                .toArray());
        Set<String> pairs = new HashSet<>(Lexical.pairs(asked));
        double[] overlap = normed(section.sentences().stream()
                .mapToDouble(sentence -> shared(sentence, pairs, lexical))
                .toArray());
        return fitting(section, longest, place -> likeness[place] + OVERLAP_WEIGHT * overlap[place]);
    }

    private static String fitting(Indexed section, int longest, java.util.function.IntToDoubleFunction score) {
        List<Integer> best = section.sentencePlaces()
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> -score.applyAsDouble(place)))
                .toList();
        Set<Integer> taken = new TreeSet<>();
        int left = longest;
        for (int place : best) {
            int length = section.sentences().get(place).length() + 1;
            if (length <= left + 1) {
                taken.add(place);
                left -= length;
            }
        }
        return taken.stream().map(section.sentences()::get).collect(Collectors.joining("\n"));
    }

    private static double shared(String sentence, Set<String> pairs, Lexical lexical) {
        return new HashSet<>(Lexical.pairs(Normaliser.plain(sentence)))
                .stream().filter(pairs::contains).mapToDouble(lexical::rarity).sum();
    }

    private static double[] normed(double[] values) {
        double mean = java.util.Arrays.stream(values).average().orElse(0);
        double spread = Math.sqrt(java.util.Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
        return java.util.Arrays.stream(values)
                .map(value -> spread == 0 ? 0 : (value - mean) / spread)
                .toArray();
    }

    /** A quote to show with a citation: the first sentence of what was taken, so that it stands in the section exactly so. */
    static String quote(String extract) {
        List<String> lines = new ArrayList<>(Sentences.of(extract));
        return lines.isEmpty() ? extract : lines.getFirst();
    }
}
