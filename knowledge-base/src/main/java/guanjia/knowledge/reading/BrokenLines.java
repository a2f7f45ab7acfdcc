package guanjia.knowledge.reading;

import java.util.ArrayList;
import java.util.List;

/** Puts together the halves of sentences that a narrow page or column broke. */
final class BrokenLines {
    /** Lines are broken where the column ends; a shorter line without a full stop is a title, a cell or a list item. */
    private static final int SHORTEST_BROKEN = 12;

    private BrokenLines() {}

    static List<String> joined(List<String> lines) {
        List<String> whole = new ArrayList<>();
        for (String line : lines) {
            if (!whole.isEmpty() && isBroken(whole.getLast(), line)) {
                whole.add(Lines.join(whole.removeLast(), line));
            } else {
                whole.add(line);
            }
        }
        return whole;
    }

    private static boolean isBroken(String line, String next) {
        if (Marker.startsWithOne(next) || Outline.isAliases(line) || Outline.isAliases(next) || line.contains(" | ")) {
            return false;
        }
        boolean halfWord = line.matches("(?s).*[,,、((“‘《和与及或的将]$");
        boolean fillsColumn = line.length() >= SHORTEST_BROKEN && !Marker.startsWithOne(line);
        return !Lines.endsSentence(line) && (halfWord || (fillsColumn && next.matches("(?s).*[。;;!!??,,].*")));
    }
}
