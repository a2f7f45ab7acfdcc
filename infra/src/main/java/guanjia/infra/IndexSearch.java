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
    /** More combinations of several fields' {@code $in} lists than this, and the remaining fields are left to the matcher. */
    private static final int MOST_RANGES = 1_000;

    record Range(Key from, Key to) {}

    /** The index that fixes the most, if any helps; of two that fix the same, the one in the order asked for. */
    static Optional<IndexSearch> best(Iterable<SearchableIndex> indexes, Document query, @Nullable Document order) {
        Map<String, Condition> conditions = Condition.of(query);
        IndexSearch best = null;
        for (SearchableIndex index : indexes) {
            IndexSearch search = of(index, conditions);
            if (search == null) {
                search = wholeInOrder(index, order);
            }
            if (search != null && (best == null || search.weight(order) > best.weight(order))) {
                best = search;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Reads everything in the order asked for, so that a limit ends it early. */
    private static @Nullable IndexSearch wholeInOrder(SearchableIndex index, @Nullable Document order) {
        IndexSearch whole = new IndexSearch(index, List.of(new Range(Key.EMPTY, Key.EMPTY.end())), 0, false);
        return !index.leavesOutDocumentsWithoutFields() && whole.isOrderedBy(order) ? whole : null;
    }

    /** Positions to look at, each once; in the order of the index when {@link #isOrderedBy} said so, else in any. */
    Stream<Key> positions(boolean descending) {
        Stream<Key> found = ranges.stream().flatMap(range -> index.positions(range.from, range.to, descending));
        return found.distinct();
    }

    /** Whether reading the index in one direction yields the order asked for. */
    boolean isOrderedBy(@Nullable Document order) {
        if (order == null || order.isEmpty()) {
            return false;
        }
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

    private int weight(@Nullable Document order) {
        boolean onlyOne = index.isUnique() && matched == index.fields().size();
        return (onlyOne ? 1_000 : 0) + 4 * matched + (bounded ? 2 : 0) + (isOrderedBy(order) ? 1 : 0);
    }

    private static @Nullable IndexSearch of(SearchableIndex index, Map<String, Condition> conditions) {
        List<Key> prefixes = List.of(Key.EMPTY);
        int matched = 0;
        boolean anyValue = false;
        for (String field : index.fields()) {
            if (!(conditions.get(field) instanceof Condition.OneOf exact)
                    || matched > 0 && prefixes.size() * exact.values().size() > MOST_RANGES) {
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
        return new Range(prefix.followedBy(least), prefix.followedBy(least.nextKind()));
    }

    private static Range upTo(Key prefix, Key most) {
        return new Range(prefix.followedBy(most.kind()), prefix.followedBy(most).end());
    }
}
