package guanjia.dialogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A map of a stored tree, read with tolerance: what is missing or of another type is empty. */
record Branch(Map<?, ?> tree) {
    String text(String key) {
        return tree.get(key) instanceof String text ? text : "";
    }

    int number(String key) {
        return tree.get(key) instanceof Number number ? Math.max(0, number.intValue()) : 0;
    }

    boolean is(String key) {
        return tree.get(key) instanceof Boolean yes && yes;
    }

    List<String> texts(String key) {
        return list(key).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    Optional<Branch> branch(String key) {
        return tree.get(key) instanceof Map<?, ?> map ? Optional.of(new Branch(map)) : Optional.empty();
    }

    List<Branch> branches(String key) {
        return list(key).stream()
                .flatMap(o -> o instanceof Map<?, ?> map
                        ? Optional.of(new Branch(map)).stream()
                        : Optional.<Branch>empty().stream())
                .toList();
    }

    <E extends Enum<E>> E constant(String key, E otherwise) {
        return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
                .filter(c -> c.name().equals(tree.get(key)))
                .findFirst()
                .orElse(otherwise);
    }

    private List<?> list(String key) {
        return tree.get(key) instanceof List<?> list ? list : List.of();
    }
}
