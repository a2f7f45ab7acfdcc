package guanjia.dialogue;

import java.util.List;
import java.util.Optional;

/** Finding an option. */
final class Options {
    private Options() {}

    static Optional<Option> byCode(List<Option> options, List<String> values) {
        return options.stream().filter(o -> values.equals(List.of(o.code()))).findFirst();
    }

    /** The code of the option with this code, else with this label. Labels in a language are the reader's. */
    static Optional<String> byWords(List<Option> options, String words) {
        return byCode(options, List.of(words))
                .or(() -> options.stream()
                        .filter(o ->
                                o.label() instanceof Text.Words w && w.words().equalsIgnoreCase(words.strip()))
                        .findFirst())
                .map(Option::code);
    }

    /** The code of the option in this place, counted from 1. */
    static Optional<String> byNumber(List<Option> options, String words) {
        return Numbers.read(words).filter(n -> n >= 1 && n <= options.size()).map(n -> options.get(n - 1)
                .code());
    }
}
