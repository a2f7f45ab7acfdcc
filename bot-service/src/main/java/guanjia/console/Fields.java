package guanjia.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a request and gathers what is wrong with them, so that who sent it learns all of it at once. For one request. */
final class Fields {
    /**
     * A field that can't be taken.
     *
     * @param field its name, e.g. {@code officeHours.MON}
     * @param detail what it must be, to follow the name in a sentence
     */
    record Wrong(String field, String detail) {}

    private final List<Wrong> wrong = new ArrayList<>();

    /**
     * A field that may be missing.
     *
     * @param otherwise taken when it is missing, or wrong
     * @param reader empty when it can't be read
     * @param wanted completes "must be …"
     */
    <T> T read(
            String field, @Nullable String written, T otherwise, Function<String, Optional<T>> reader, String wanted) {
        if (written == null) {
            return otherwise;
        }
        Optional<T> read = reader.apply(written.strip());
        check(read.isPresent(), field, wanted);
        return read.orElse(otherwise);
    }

    /** The same for each element of a list. */
    <T> List<T> list(
            String field,
            @Nullable List<@Nullable String> written,
            List<T> otherwise,
            Function<String, Optional<T>> reader,
            String wanted) {
        if (written == null) {
            return otherwise;
        }
        List<T> all = new ArrayList<>();
        for (String each : written) {
            Optional<T> read = each == null ? Optional.empty() : reader.apply(each.strip());
            check(read.isPresent(), field, wanted);
            read.ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    /** A field that must be there. Empty when it isn't, or can't be read. */
    <T> Optional<T> need(String field, @Nullable String written, Function<String, Optional<T>> reader, String wanted) {
        Optional<T> read = Optional.ofNullable(written).flatMap(words -> reader.apply(words.strip()));
        check(read.isPresent(), field, wanted);
        return read;
    }

    /** @param wanted completes "must be …" */
    void check(boolean fits, String field, String wanted) {
        Wrong found = new Wrong(field, "must be " + wanted);
        if (!fits && !wrong.contains(found)) {
            wrong.add(found);
        }
    }

    /** @throws ApiProblem naming every wrong field */
    void refuseWrong() {
        if (!wrong.isEmpty()) {
            throw ApiProblem.invalid(List.copyOf(wrong));
        }
    }

    /** Reads a name of an enumeration in any case. */
    static <E extends Enum<E>> Function<String, Optional<E>> oneOf(Class<E> type) {
        return written -> {
            String name = written.toUpperCase(Locale.ROOT).replace('-', '_');
            return Arrays.stream(type.getEnumConstants())
                    .filter(each -> each.name().equals(name))
                    .findFirst();
        };
    }

    /** Reads words of a length. */
    static Function<String, Optional<String>> words(int shortest, int longest) {
        return written -> Optional.of(written)
                .filter(text -> text.length() >= shortest && text.length() <= longest)
                .filter(text -> text.chars().noneMatch(c -> Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0));
    }
}
