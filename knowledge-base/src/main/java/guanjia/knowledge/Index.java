package guanjia.knowledge;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What one audience may search. Immutable but for what it remembers; safe for use by many threads. Comparing with every vector takes 0.5 ms for 1,000 sections, so
 * no approximate index is needed below some 50,000.
 */
final class Index {
    /** Questions; some 5 kB each. */
    private static final int REMEMBERED = 200;

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final List<Indexed> sections;
    private final Lexical lexical;
    private final boolean latin;

    /** Kind of thing asked for → the sections that hold it, found when first asked for. */
    private final Map<Pattern, BitSet> holding = new ConcurrentHashMap<>();

    private final Recent<Asked, List<Finding.Result>> found = new Recent<>(REMEMBERED);

    Index(List<Indexed> sections) {
        this.sections = List.copyOf(sections);
        long chinese = sections.stream()
                .filter(section -> HAN.matcher(section.entry().body()).find())
                .count();
        this.latin = chinese * 2 < sections.size();
        this.lexical = new Lexical(sections.stream().map(Indexed::words).toList());
    }

    /** What was found lately. */
    Recent<Asked, List<Finding.Result>> found() {
        return found;
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
                .limit(settings.depth())
                .toList();
        double[] sentences = sections.stream()
                .mapToDouble(section -> section.likestSentence(sought.vector()))
                .toArray();
        return Found.of(fused(sought, likeness, sentences, alike, settings), likeness[alike.getFirst()]);
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
                    Signals signals = signals(
                            place,
                            sought,
                            among(likeness[place], low, high),
                            lexicalScores.getOrDefault(place, 0.0) / top,
                            among(sentences[place], lowest, highest));
                    return new Found.Hit(sections.get(place), signals, settings.score(signals), sentences[place]);
                })
                .sorted(Comparator.comparingDouble((Found.Hit hit) -> -hit.score()))
                .limit(settings.depth())
                .toList();
    }

    private Signals signals(int place, Sought sought, double dense, double words, double sentence) {
        Indexed section = sections.get(place);
        return new Signals(
                dense,
                words,
                sought.share(section.words()),
                sought.share(section.names()),
                sentence,
                holds(place, sought.wanted()) ? 1 : 0);
    }

    private boolean holds(int place, Attributes.Wanted wanted) {
        return wanted.kinds().stream().allMatch(kind -> holding.computeIfAbsent(kind, this::holding)
                        .get(place))
                && wanted.things().stream().allMatch(sections.get(place).words()::contains);
    }

    private BitSet holding(Pattern kind) {
        BitSet places = new BitSet();
        IntStream.range(0, sections.size())
                .filter(place -> kind.matcher(sections.get(place).words()).find())
                .forEach(places::set);
        return places;
    }

    /** Where a value stands between the lowest, 0, and the highest, 1. */
    private static double among(double value, double low, double high) {
        return high > low ? Math.max(0, (value - low) / (high - low)) : 1;
    }
}
