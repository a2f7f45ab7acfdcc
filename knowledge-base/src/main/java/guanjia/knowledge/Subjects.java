package guanjia.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a question is about: its words without those that every question has ("how much", "can I"), cut into pairs of characters, which
 * holds for words that no dictionary knows and for half of a typo. Immutable.
 */
final class Subjects {
    private final Set<String> generic;

    Subjects(Set<String> generic) {
        this.generic = generic;
    }

    static Subjects standard() {
        return new Subjects(Lines.lists("subjects.txt").values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** @param words normalised */
    Set<String> in(String words) {
        Set<String> subjects = new HashSet<>();
        StringBuilder singles = new StringBuilder();
        for (String word : Lexical.words(words)) {
            boolean single = word.length() == 1 && word.charAt(0) > 127 && !generic.contains(word);
            if (!single) {
                cut(singles.toString(), subjects);
                singles.setLength(0);
            }
            if (single) {
                singles.append(word);
            } else if (!generic.contains(word)) {
                cut(word, subjects);
            }
        }
        cut(singles.toString(), subjects);
        return subjects;
    }

    private static void cut(String word, Set<String> into) {
        if (word.length() == 1 || !word.isEmpty() && word.charAt(0) < 128) {
            into.add(word);
            return;
        }
        for (int at = 0; at + 1 < word.length(); at++) {
            into.add(word.substring(at, at + 2));
        }
    }
}
