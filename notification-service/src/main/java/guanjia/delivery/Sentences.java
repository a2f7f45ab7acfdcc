package guanjia.delivery;

import java.util.ArrayList;
import java.util.List;

/** Cuts long texts where a reader would pause. */
final class Sentences {
    private static final String ENDS = "。!?!?…;;\n";

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

    /** Where to cut a text that is longer than allowed. */
    static int cut(String text, int most) {
        for (int i = most; i > most / 4; i--) {
            if (endsSentence(text, i)) {
                return i;
            }
        }
        for (int i = most; i > most / 2; i--) {
            if (" ,,、".indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }

    /** Whether a sentence ends just before this place; a dot counts only before a space, so that 21.50 stays whole. */
    private static boolean endsSentence(String text, int place) {
        char last = text.charAt(place - 1);
        return ENDS.indexOf(last) >= 0
                || (last == '.' && place < text.length() && Character.isWhitespace(text.charAt(place)));
    }
}
