package guanjia.infra;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a query is answered by an index: the ranges of its keys to read. What it finds holds at least the matching documents; the matcher decides.
 *
 * @param matched how many of the index's first fields are fixed by the query
 * @param bounded whether the next field is bounded on one side
 */
record IndexSearch(SearchableIndex index, List<Range> ranges, int matched, boolean bounded) {
    /** More combinations of {@code $in} lists than this, and the remaining fields are left to the matcher. */
    private static final int MOST_RANGES = 1_000;

    record Range(Key from, Key to) {}

    /** The index that fixes the most, if any helps. */
    static Optional<IndexSearch> best(Iterable<SearchableIndex> indexes, Document query) {
        Map<String, Condition> conditions = Condition.of(query);
        IndexSearch best = null;
        for (SearchableIndex index : conditions.isEmpty() ? List.<SearchableIndex>of() : indexes) {
            IndexSearch search = of(index, conditions);
            if (search != null && (best == null || search.weight() > best.weight())) {
                best = search;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Positions to look at, each once; in the order of the index when {@link #isOrderedBy} said so, else in any. */
    Stream<Key> positions(boolean descending) {
        Stream<Key> found = ranges.stream().flatMap(range -> index.positions(range.from, range.to, descending));
        return found.distinct();
    }

    /** Whether reading the index in one direction yields the order asked for. */
    boolean isOrderedBy(Document order) {
        List<String> fields = index.fields();
        List<String> asked = List.copyOf(order.keySet());
        boolean oneDirection = order.values().stream()
                        .map(IndexSearch::isDescending)
                        .distinct()
                        .count()
                == 1;
        return oneDirection
                && ranges.size() == 1
                && matched + asked.size() <= fields.size()
                && fields.subList(matched, matched + asked.size()).equals(asked);
    }

    static boolean isDescending(@Nullable Document order) {
        return order != null && isDescending(order.values().iterator().next());
    }

    private static boolean isDescending(Object direction) {
        return direction instanceof Number number && number.intValue() < 0;
    }

    private int weight() {
        boolean onlyOne = index.isUnique() && matched == index.fields().size();
        return (onlyOne ? 1_000 : 0) + 2 * matched + (bounded ? 1 : 0);
    }

    private static @Nullable IndexSearch of(SearchableIndex index, Map<String, Condition> conditions) {
        List<Key> prefixes = List.of(Key.EMPTY);
        int matched = 0;
        boolean anyValue = false;
        for (String field : index.fields()) {
            if (!(conditions.get(field) instanceof Condition.OneOf exact)
                    || prefixes.size() * exact.values().size() > MOST_RANGES) {
                break;
            }
            prefixes = extended(prefixes, exact.values());
            anyValue |= !exact.values().contains(null);
            matched++;
        }
        Condition next =
                matched < index.fields().size() ? conditions.get(index.fields().get(matched)) : null;
        boolean bounded = next instanceof Condition.From || next instanceof Condition.UpTo;
        boolean usable = (matched > 0 || bounded) && (anyValue || bounded || !index.leavesOutDocumentsWithoutFields());
        return usable ? new IndexSearch(index, ranges(prefixes, next), matched, bounded) : null;
    }

    private static List<Key> extended(List<Key> prefixes, List<@Nullable Object> values) {
        List<Key> longer = new ArrayList<>();
        for (Key prefix : prefixes) {
            for (Object value : values) {
                longer.add(prefix.followedBy(KeyWriter.of(value)));
            }
        }
        return longer;
    }

    private static List<Range> ranges(List<Key> prefixes, @Nullable Condition next) {
        return prefixes.stream()
                .map(prefix -> switch (next) {
                    case Condition.From(Object least) -> from(prefix, KeyWriter.of(least));
                    case Condition.UpTo(Object most) -> upTo(prefix, KeyWriter.of(most));
                    case Condition.OneOf exact -> new Range(prefix, prefix.end());
                    case null -> new Range(prefix, prefix.end());
                })
                .toList();
    }

    private static Range from(Key prefix, Key least) {
        return new Range(
                prefix.followedBy(least), prefix.followedBy(least.kind()).end());
    }

    private static Range upTo(Key prefix, Key most) {
        return new Range(prefix.followedBy(most.kind()), prefix.followedBy(most).end());
    }
}
