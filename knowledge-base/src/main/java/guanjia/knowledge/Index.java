package guanjia.knowledge;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What one audience may search. Immutable; safe for use by many threads. Comparing with every vector takes 0.5 ms for 1,000 sections, so
 * no approximate index is needed below some 50,000.
 */
final class Index {
    private static final int NEIGHBOURS = 10;

    private final List<Indexed> sections;
    private final Lexical lexical;

    Index(List<Indexed> sections) {
        this.sections = List.copyOf(sections);
        this.lexical = new Lexical(sections.stream().map(Indexed::words).toList());
    }

    Lexical lexical() {
        return lexical;
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
        double best = likeness[alike.getFirst()];
        double mean = alike.stream()
                .limit(NEIGHBOURS)
                .mapToDouble(place -> likeness[place])
                .average()
                .orElse(0);
        List<Found.Hit> hits = fused(sought, likeness, alike, settings);
        Indexed first = hits.getFirst().section();
        return new Found(hits, best, best - mean, sought.share(first.words()), first.likestSentence(sought.vector()));
    }

    private List<Found.Hit> fused(Sought sought, double[] likeness, List<Integer> alike, SearchSettings settings) {
        Map<Integer, Double> lexicalScores = lexical.search(sought.words(), settings.depth());
        double top = lexicalScores.values().stream()
                .mapToDouble(score -> score)
                .max()
                .orElse(1);
        double high = likeness[alike.getFirst()];
        double low = likeness[alike.getLast()];
        Set<Integer> candidates = new LinkedHashSet<>(alike);
        candidates.addAll(lexicalScores.keySet());
        return candidates.stream()
                .map(place -> {
                    double dense = high > low ? Math.max(0, (likeness[place] - low) / (high - low)) : 1;
                    double words = lexicalScores.getOrDefault(place, 0.0) / top;
                    Indexed section = sections.get(place);
                    return new Found.Hit(section, settings.score(dense, words, section, sought), likeness[place]);
                })
                .sorted(Comparator.comparingDouble((Found.Hit hit) -> -hit.score()))
                .limit(settings.depth())
                .toList();
    }
}
