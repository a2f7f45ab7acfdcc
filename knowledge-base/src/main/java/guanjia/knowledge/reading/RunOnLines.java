package guanjia.knowledge.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Splits lines into which several numbered items ran together. A mark inside a line counts only if it continues or opens a series. */
final class RunOnLines {
    /** How far ahead the second item of a new series is looked for, in characters. */
    private static final int AHEAD = 1_500;

    private static final String MARK_BEGINS = "第一二三四五六七八九十0123456789((①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String BULLETS = "•●■◆";
    private final List<String> lines;
    private final Map<String, Integer> reached = new HashMap<>();

    private final Set<String> promised;

    private RunOnLines(List<String> lines, Set<String> promised) {
        this.lines = lines;
        this.promised = promised;
    }

    /**
     * @param promised titles that the table of contents names: a mark before one always counts
     */
    static List<String> split(List<String> lines, Set<String> promised) throws UnreadableHandbook {
        return new RunOnLines(lines, promised).split();
    }

    private List<String> split() throws UnreadableHandbook {
        List<String> pieces = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            Outline.stopIfCancelled();
            String line = lines.get(index);
            int begin = 0;
            for (int at = 0; at < line.length(); at++) {
                int length = beginsItem(line, at, index);
                if (length > 0) {
                    pieces.add(line.substring(begin, at).strip());
                    begin = at;
                    at += length - 1;
                }
            }
            pieces.add(line.substring(begin).strip());
        }
        pieces.removeIf(String::isEmpty);
        return pieces;
    }

    /** The length of the mark when an item begins here, else 0. */
    private int beginsItem(String line, int at, int index) {
        if (BULLETS.indexOf(line.charAt(at)) >= 0) {
            return 1;
        }
        if (MARK_BEGINS.indexOf(line.charAt(at)) < 0 || !isFree(line, at)) {
            return 0;
        }
        Optional<Marker> mark = Marker.at(line, at);
        if (mark.isEmpty() || (at > 0 && !belongsToSeries(mark.get(), line, at, index))) {
            return 0;
        }
        reached.put(key(mark.get()), mark.get().number());
        return mark.get().written().length();
    }

    private boolean belongsToSeries(Marker mark, String line, int at, int index) {
        if (mark.rest().matches("(?s)[的规規所中第至到和与與及].*") || mark.rest().isEmpty()) {
            return false;
        }
        if (promised.stream().anyMatch(mark.rest()::startsWith)) {
            return true;
        }
        boolean continues = reached.getOrDefault(key(mark), -1) + 1 == mark.number();
        return continues || (mark.number() == 1 && secondFollows(mark, line, at, index));
    }

    private boolean secondFollows(Marker first, String line, int at, int index) {
        StringBuilder ahead = new StringBuilder(line.substring(at, Math.min(line.length(), at + AHEAD)));
        for (int next = index + 1; next < lines.size() && ahead.length() < AHEAD; next++) {
            String following = lines.get(next);
            ahead.append('\n').append(following, 0, Math.min(following.length(), AHEAD));
        }
        String text = ahead.toString();
        for (int place = first.written().length(); place < text.length(); place++) {
            boolean candidate = MARK_BEGINS.indexOf(text.charAt(place)) >= 0 && isFree(text, place);
            if (candidate
                    && Marker.at(text.substring(place, Math.min(text.length(), place + 12)))
                            .filter(mark -> mark.isSameSeries(first) && mark.number() == 2)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Not inside a number, a word or another mark. */
    private static boolean isFree(String line, int at) {
        if (at == 0) {
            return true;
        }
        char before = line.charAt(at - 1);
        boolean joint = "./-:".indexOf(before) >= 0 && at > 1 && Character.isDigit(line.charAt(at - 2));
        boolean inNumber = Character.isDigit(before) || joint;
        boolean inChinese = "第一二三四五六七八九十".indexOf(before) >= 0 && "((".indexOf(line.charAt(at)) < 0;
        boolean inWord = before < 0x80 && Character.isLetter(before);
        return !inNumber && !inChinese && !inWord;
    }

    private static String key(Marker mark) {
        return mark.kind() + mark.series();
    }
}
