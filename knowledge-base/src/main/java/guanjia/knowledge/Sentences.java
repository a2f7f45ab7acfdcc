package guanjia.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a section's text at the ends of sentences; lines (paragraphs, list items, table rows) are ends too. */
final class Sentences {
    private static final Pattern END = Pattern.compile("(?<=[。!?!?;;…])(?![。!?!?”』」)])|(?<=[.!?])\\s+(?=[A-Z])|\\R+");
    private static final Pattern CLAUSE = Pattern.compile("(?<=[,,、:])");

    private Sentences() {}

    static List<String> of(String text) {
        return END.splitAsStream(text)
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** The same, sentences longer than the limit cut at commas, or hard where there are none. */
    static List<String> within(String text, int limit) {
        return of(text).stream().flatMap(each -> cut(each, limit).stream()).toList();
    }

    private static List<String> cut(String sentence, int limit) {
        if (sentence.length() <= limit) {
            return List.of(sentence);
        }
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (String clause : CLAUSE.split(sentence)) {
            if (piece.length() + clause.length() > limit && !piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(clause);
            while (piece.length() > limit) {
                pieces.add(piece.substring(0, limit));
                piece.delete(0, limit);
            }
        }
        pieces.add(piece.toString());
        return pieces.stream().filter(each -> !each.isBlank()).toList();
    }
}
