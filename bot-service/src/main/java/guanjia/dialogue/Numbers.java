package guanjia.dialogue;

import java.util.Optional;

/** Numbers as people type them. */
final class Numbers {
    private Numbers() {}

    /** A whole number of at most nine digits, full-width ones too. */
    static Optional<Integer> read(String words) {
        String stripped = words.strip();
        if (stripped.isEmpty() || stripped.length() > 9 || !stripped.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        int value = 0;
        for (int i = 0; i < stripped.length(); i++) {
            value = value * 10 + Character.digit(stripped.charAt(i), 10);
        }
        return Optional.of(value);
    }
}
