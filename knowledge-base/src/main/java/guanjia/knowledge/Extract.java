package guanjia.knowledge;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The passage of a section that answers: all of it when it fits, else its best sentences in the order of the document. Sentences are
 * rated by likeness, shared rare pairs of characters (measured best of six ways) and whether they hold the kind of thing asked for, all as
 * distances from their mean.
 */
final class Extract {
    private static final double OVERLAP_WEIGHT = 0.5;
    /** A question "how much" wants the sentence with the amount. */
    private static final double KIND_WEIGHT = 1.2;
    /** Below the section's mean a sentence only makes the answer longer. */
    private static final double LEAST_TELLING = 0;

    private static final Pattern OPEN_END = Pattern.compile("[,，、:：;；\\s]+$");
    private static final String CELL = " | ";

    private Extract() {}

    /** @param longest in characters */
    static String from(Indexed section, Sought sought, int longest, Lexical lexical) {
        String whole = section.entry().section().text();
        if (whole.length() <= longest || section.sentences().isEmpty()) {
            return whole.length() <= longest ? whole : whole.substring(0, longest);
        }
        double[] likeness = normed(section.sentenceVectors().stream()
                .mapToDouble(vector -> Embedder.cosine(vector, sought.vector()))
                .toArray());
        Set<String> pairs = new HashSet<>(Lexical.pairs(sought.words()));
        double[] overlap = normed(section.sentences().stream()
                .mapToDouble(sentence -> shared(sentence, pairs, lexical))
                .toArray());
        double[] kind = normed(section.sentences().stream()
                .mapToDouble(sentence -> sought.wanted().isIn(Normaliser.plain(sentence)) ? 1 : 0)
                .toArray());
        IntToDoubleFunction score =
                place -> likeness[place] + OVERLAP_WEIGHT * overlap[place] + KIND_WEIGHT * kind[place];
        List<Integer> best = IntStream.range(0, section.sentences().size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> -score.applyAsDouble(place)))
                .toList();
        List<Integer> telling = best.stream()
                .filter(place -> score.applyAsDouble(place) >= LEAST_TELLING)
                .toList();
        Set<Integer> taken = fitting(section.sentences(), telling, longest);
        return taken.isEmpty()
                ? clause(section.sentences().get(best.getFirst()), pairs, longest, lexical)
                : joined(section, taken);
    }

    private static Set<Integer> fitting(List<String> sentences, List<Integer> best, int longest) {
        Set<Integer> taken = new TreeSet<>();
        int left = longest + 1;
        for (int place : best) {
            int length = sentences.get(place).length() + 1;
            if (length <= left) {
                taken.add(place);
                left -= length;
            }
        }
        return taken;
    }

    /** Sentences that follow each other in a paragraph stay one; others stand on lines of their own. */
    private static String joined(Indexed section, Set<Integer> taken) {
        String whole = section.entry().section().text();
        StringBuilder out = new StringBuilder();
        String before = "";
        for (int place : taken) {
            String sentence = section.sentences().get(place);
            boolean follows = !before.isEmpty() && whole.contains(before + sentence);
            out.append(out.isEmpty() || follows ? "" : "\n").append(sentence);
            before = sentence;
        }
        return OPEN_END.matcher(out).replaceAll("");
    }

    /** Where not even one sentence fits: the clause that shares most with the question. */
    private static String clause(String sentence, Set<String> pairs, int longest, Lexical lexical) {
        String clause = Sentences.within(sentence, longest).stream()
                .max(Comparator.comparingDouble(piece -> shared(piece, pairs, lexical)))
                .orElse(sentence.substring(0, Math.min(longest, sentence.length())));
        return OPEN_END.matcher(clause).replaceAll("");
    }

    private static double shared(String sentence, Set<String> pairs, Lexical lexical) {
        return new HashSet<>(Lexical.pairs(Normaliser.plain(sentence)))
                .stream().filter(pairs::contains).mapToDouble(lexical::rarity).sum();
    }

    private static double[] normed(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double spread = Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
        return Arrays.stream(values)
                .map(value -> spread == 0 ? 0 : (value - mean) / spread)
                .toArray();
    }

    /** A quote to show with a citation: the first sentence of what was taken, so that it stands in the section exactly so. */
    static String quote(String extract) {
        List<String> lines = Sentences.of(extract);
        return lines.isEmpty() ? extract : lines.getFirst();
    }

    /** The same for people: rows of tables ("name | column: cell") as sentences. Not longer than it was. */
    static String readable(String extract) {
        return extract.lines()
                .map(line -> line.contains(CELL) ? row(line.split(Pattern.quote(CELL))) : line)
                .collect(Collectors.joining("\n"));
    }

    private static String row(String[] cells) {
        String said = Arrays.stream(cells)
                .skip(1)
                .map(cell -> cell.replaceFirst(": ", " "))
                .collect(Collectors.joining("，"));
        return cells[0].replaceFirst("^[^:]{1,15}: ", "") + "：" + said;
    }
}
