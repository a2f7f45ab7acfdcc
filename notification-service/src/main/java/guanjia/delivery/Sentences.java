package guanjia.delivery;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts long texts where a reader would pause. */
final class Sentences {
    private static final String ENDS = "。！？…；\n";
    /** End a sentence only before a space: 21.50 and an address with a question mark stay whole. */
    private static final String ENDS_BEFORE_SPACE = ".!?;";
    /** Belong to the sentence they close. */
    private static final String CLOSERS = "」』”’）)】》\"";

    private static final String PAUSES = " ，、：,";

    private Sentences() {}

    /** Parts of at most so many UTF-16 units, cut after a sentence, else after a space or comma, else between characters. */
    static List<String> split(String text, int most) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (rest.length() > most) {
            int cut = cut(rest, most);
            String part = rest.substring(0, cut).strip();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            rest = rest.substring(cut).stripLeading();
        }
        if (!rest.isBlank() || parts.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }

    /** Where to cut a text that is longer than allowed; from 1 to {@code most}. */
    static int cut(String text, int most) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        for (int i = most; i > most / 4; i--) {
            if (endsSentence(text, i) && characters.isBoundary(i)) {
                return i;
            }
        }
        for (int i = most; i > most / 2; i--) {
            if (PAUSES.indexOf(text.charAt(i - 1)) >= 0 && characters.isBoundary(i)) {
                return i;
            }
        }
        int between = characters.isBoundary(most) ? most : characters.preceding(most);
        return between > 0 ? between : betweenCodePoints(text, most);
    }

    /** Whether a sentence ends just before this place. */
    private static boolean endsSentence(String text, int place) {
        if (place < text.length() && CLOSERS.indexOf(text.charAt(place)) >= 0) {
            return false;
        }
        int end = place;
        while (end > 0 && CLOSERS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end == 0) {
            return false;
        }
        char last = text.charAt(end - 1);
        return ENDS.indexOf(last) >= 0
                || (ENDS_BEFORE_SPACE.indexOf(last) >= 0
                        && place < text.length()
                        && Character.isWhitespace(text.charAt(place)));
    }

    /** For one "character" of more code points than a message holds. */
    private static int betweenCodePoints(String text, int most) {
        return most > 1 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }
}
