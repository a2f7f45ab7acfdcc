package guanjia.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    /** @param text normalised, Chinese @param question its vector */
    Found search(String text, float[] question, SearchSettings settings) {
        if (sections.isEmpty()) {
            return Found.NOTHING;
        }
        double[] likeness = sections.stream()
                .mapToDouble(section -> section.likeness(question))
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
        return new Found(fused(text, likeness, alike, settings), best, best - mean);
    }

    private List<Found.Hit> fused(String text, double[] likeness, List<Integer> alike, SearchSettings settings) {
        Map<Integer, Double> lexicalScores = lexical.search(text, settings.depth());
        double top = lexicalScores.values().stream()
                .mapToDouble(score -> score)
                .max()
                .orElse(1);
        double high = likeness[alike.getFirst()];
        double low = likeness[alike.getLast()];
        List<Integer> candidates = new ArrayList<>(alike);
        lexicalScores.keySet().stream().filter(place -> !alike.contains(place)).forEach(candidates::add);
        return candidates.stream()
                .map(place -> {
                    double dense = high > low ? Math.max(0, (likeness[place] - low) / (high - low)) : 1;
                    double words = lexicalScores.getOrDefault(place, 0.0) / top;
                    double score = settings.denseWeight() * dense + (1 - settings.denseWeight()) * words;
                    return new Found.Hit(sections.get(place), score, likeness[place]);
                })
                .sorted(Comparator.comparingDouble((Found.Hit hit) -> -hit.score()))
                .limit(settings.depth())
                .toList();
    }
}
