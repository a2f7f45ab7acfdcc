package guanjia.infra;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a query asks of one field, as far as an index can answer it. The rest is left to the matcher, which sees every document found. */
sealed interface Condition {
    /** The field has one of these values (or is an array with one of them). */
    record OneOf(List<@Nullable Object> values) implements Condition {}

    /** The field is at least (or more than) this. */
    record From(Object least) implements Condition {}

    /** The field is at most (or less than) this. */
    record UpTo(Object most) implements Condition {}

    /** The conditions of a query by field, also those under {@code $and}. */
    static Map<String, Condition> of(Document query) {
        Map<String, Condition> conditions = new HashMap<>();
        collect(query, conditions);
        return conditions;
    }

    private static void collect(Document query, Map<String, Condition> into) {
        query.forEach((field, asked) -> {
            if (field.equals("$and") && asked instanceof Collection<?> parts) {
                parts.forEach(part -> collect((Document) part, into));
            } else if (!field.startsWith("$")) {
                Condition condition = read(field, asked);
                if (condition != null && !(into.get(field) instanceof OneOf)) {
                    into.put(field, condition);
                }
            }
        });
    }

    private static @Nullable Condition read(String field, @Nullable Object asked) {
        if (!(asked instanceof Document operators)) {
            return isIndexed(field, asked) ? oneOf(asked) : null;
        }
        if (operators.containsKey("$eq") && isIndexed(field, operators.get("$eq"))) {
            return oneOf(operators.get("$eq"));
        }
        if (operators.get("$in") instanceof Collection<?> values
                && values.stream().allMatch(value -> isIndexed(field, value))) {
            return new OneOf(new ArrayList<>(new LinkedHashSet<>(values)));
        }
        return bound(field, operators);
    }

    /** One bound only: an array may match the lower with one element and the upper with another. */
    private static @Nullable Condition bound(String field, Document operators) {
        for (String operator : List.of("$gte", "$gt", "$lte", "$lt")) {
            Object limit = operators.get(operator);
            if (limit != null && isIndexed(field, limit) && isInOrder(limit)) {
                return operator.startsWith("$g") ? new From(limit) : new UpTo(limit);
            }
        }
        return null;
    }

    /** The ends of the order ask for values of every kind, and what isn't a number is neither more nor less than one. */
    private static boolean isInOrder(Object limit) {
        return !(limit instanceof MinKey)
                && !(limit instanceof MaxKey)
                && !(limit instanceof Number number && Double.isNaN(number.doubleValue()));
    }

    private static OneOf oneOf(@Nullable Object value) {
        return new OneOf(Collections.singletonList(value));
    }

    /** Whole arrays and documents are compared by the matcher only; so is null on a path, which means more than one thing. */
    private static boolean isIndexed(String field, @Nullable Object value) {
        if (value == null || value instanceof Missing) {
            return !field.contains(".");
        }
        return !(value instanceof Collection) && !(value instanceof Map) && !(value instanceof BsonRegularExpression);
    }
}
