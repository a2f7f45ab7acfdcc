package guanjia.knowledge;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What one audience may search. Immutable; safe for use by many threads. Comparing with every vector takes 0.5 ms for 1,000 sections, so
 * no approximate index is needed below some 50,000.
 */
final class Index {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final int NEIGHBOURS = 10;
    /** Neighbouring sections that may well say much the same; the next is to be clearly worse. */
    private static final int RIVALS = 4;

    private final List<Indexed> sections;
    private final Lexical lexical;
    private final boolean latin;

    Index(List<Indexed> sections) {
        this.sections = List.copyOf(sections);
        long chinese = sections.stream()
                .filter(section -> HAN.matcher(section.entry().body()).find())
                .count();
        this.latin = chinese * 2 < sections.size();
        this.lexical = new Lexical(sections.stream().map(Indexed::words).toList());
    }

    Lexical lexical() {
        return lexical;
    }

    /** Whether most of what is to be read is written without Chinese characters. */
    boolean isLatin() {
        return latin;
    }

    List<Indexed> sections() {
        return sections;
    }

    Found search(Sought sought, SearchSettings settings) {
        if (sections.isEmpty()) {
            return Found.NOTHING;
        }
        double[] likeness = sections.stream()
                .mapToDouble(section -> section.likeness(sought))
                .toArray();
        List<Integer> alike = IntStream.range(0, likeness.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> -likeness[place]))
                .limit(Math.max(settings.depth(), NEIGHBOURS))
                .toList();
        double[] sentences = sections.stream()
                .mapToDouble(section -> section.likestSentence(sought.vector()))
                .toArray();
        double best = likeness[alike.getFirst()];
        double mean = alike.stream()
                .limit(NEIGHBOURS)
                .mapToDouble(place -> likeness[place])
                .average()
                .orElse(0);
        List<Found.Hit> hits = fused(sought, likeness, sentences, alike, settings);
        Indexed first = hits.getFirst().section();
        double lead = hits.getFirst().score()
                - hits.get(Math.min(RIVALS, hits.size() - 1)).score();
        return new Found(
                hits, best, best - mean, lead, sought.share(first.words()), first.likestSentence(sought.vector()));
    }

    private List<Found.Hit> fused(
            Sought sought, double[] likeness, double[] sentences, List<Integer> alike, SearchSettings settings) {
        Map<Integer, Double> lexicalScores = lexical.search(sought.words(), settings.depth());
        double top = lexicalScores.values().stream()
                .mapToDouble(score -> score)
                .max()
                .orElse(1);
        double[] sentencesOrdered = Arrays.stream(sentences).sorted().toArray();
        double highest = sentencesOrdered[sentences.length - 1];
        double lowest = sentencesOrdered[Math.max(0, sentences.length - alike.size())];
        double high = likeness[alike.getFirst()];
        double low = likeness[alike.getLast()];
        Set<Integer> candidates = new LinkedHashSet<>(alike);
        candidates.addAll(lexicalScores.keySet());
        return candidates.stream()
                .map(place -> {
                    double dense = among(likeness[place], low, high);
                    double sentence = among(sentences[place], lowest, highest);
                    double words = lexicalScores.getOrDefault(place, 0.0) / top;
                    Indexed section = sections.get(place);
                    return new Found.Hit(
                            section, settings.score(dense, sentence, words, section, sought), likeness[place]);
                })
                .sorted(Comparator.comparingDouble((Found.Hit hit) -> -hit.score()))
                .limit(settings.depth())
                .toList();
    }

    /** Where a value stands between the lowest, 0, and the highest, 1. */
    private static double among(double value, double low, double high) {
        return high > low ? Math.max(0, (value - low) / (high - low)) : 1;
    }
}
