package guanjia.knowledge;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a passage is about what a question is about: a question whose nouns are all unknown to the handbook is about something else,
 * however alike the rest sounds. Immutable.
 */
final class Subjects {
    private final Set<String> generic;

    Subjects(Set<String> generic) {
        this.generic = generic;
    }

    static Subjects standard() {
        return new Subjects(Lines.lists("subjects.txt").values().stream()
                .flatMap(words -> words.stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** @param asked normalised words @param passage normalised words */
    boolean allow(String asked, String passage, Lexical lexical) {
        Set<String> subjects = Lexical.words(asked).stream()
                .filter(word -> word.length() > 1 && !generic.contains(word))
                .collect(Collectors.toSet());
        return subjects.isEmpty() || subjects.stream().anyMatch(word -> passage.contains(word) || lexical.knows(word));
    }
}
