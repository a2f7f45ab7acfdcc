package guanjia.knowledge.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the table of contents of a text, on lines of its own or glued into one, and keeps the titles it promises.
 *
 * @param titles without their numbers
 * @param lines the text without it
 */
record TableOfContents(Set<String> titles, List<String> lines) {
    private static final String PAGE = "(?:\\s*[.．…·_]{3,}\\s*[((]?\\d{0,4}[))]?|\\s*\\.?\\s*[((]\\d{1,4}[))])";
    private static final Pattern ENTRY = Pattern.compile(
            "(\\S.{0,60}?)(?:\\s*[.．…·_]{3,}\\s*[((]?\\d{0,4}[))]?|\\s+[((]\\d{1,4}[))]|\\t\\d{1,4})\\s*");
    private static final Pattern PAGE_REFERENCE = Pattern.compile(PAGE);
    private static final Pattern WORD = Pattern.compile("目\\s*[录錄次]");
    private static final int FEWEST_GLUED = 4;
    private static final int LONGEST_GAP = 80;

    /** One line of a table of contents: a title, leaders or blanks, a page. */
    static boolean isEntry(String line) {
        return line.length() <= 120 && ENTRY.matcher(line).matches()
                || WORD.matcher(line).matches();
    }

    static TableOfContents cut(List<String> lines) {
        Set<String> titles = new HashSet<>();
        List<String> kept = new ArrayList<>();
        for (String line : lines) {
            if (isEntry(line)) {
                addTitle(PAGE_REFERENCE.matcher(line).replaceAll(""), titles);
            } else {
                kept.addAll(withoutGlued(line, titles));
            }
        }
        return new TableOfContents(titles, kept);
    }

    private static List<String> withoutGlued(String line, Set<String> titles) {
        Matcher word = WORD.matcher(line);
        int from = word.find() ? word.end() : 0;
        int begin = from > 0 ? word.start() : firstMark(line).orElse(0);
        int end = Math.max(
                endOfPages(line, Math.max(from, begin), titles), from > 0 ? endOfPlain(line, from, titles) : -1);
        return end < 0 ? List.of(line) : List.of(line.substring(0, begin), line.substring(end));
    }

    /** Entries with page numbers: up to the last one that follows closely. */
    private static int endOfPages(String line, int from, Set<String> titles) {
        Matcher page = PAGE_REFERENCE.matcher(line);
        List<String> found = new ArrayList<>();
        int end = from;
        while (page.find(end) && page.start() - end <= LONGEST_GAP && page.end() > end) {
            found.add(line.substring(end, page.start()));
            end = page.end();
        }
        if (found.size() < FEWEST_GLUED) {
            return -1;
        }
        found.forEach(entry -> addTitle(entry, titles));
        return end;
    }

    /** Entries without page numbers: 1 to n, until the text begins again with the first title. */
    private static int endOfPlain(String line, int from, Set<String> titles) {
        Optional<Marker> first = Marker.at(line, from);
        if (first.isEmpty()) {
            return -1;
        }
        List<String> found = new ArrayList<>();
        int begin = from;
        for (int at = from + 1; at < Math.min(line.length(), from + 1_500); at++) {
            Optional<Marker> mark = Marker.at(line, at).filter(first.get()::isSameSeries);
            if (mark.isPresent()) {
                found.add(line.substring(begin, at));
                begin = at;
                if (mark.get().number() == 1) {
                    found.forEach(entry -> addTitle(entry, titles));
                    return at;
                }
                at += mark.get().written().length() - 1;
            }
        }
        return -1;
    }

    private static Optional<Integer> firstMark(String line) {
        for (int at = 0; at < Math.min(line.length(), LONGEST_GAP); at++) {
            if (Marker.at(line, at).isPresent()) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static void addTitle(String entry, Set<String> titles) {
        String clean = Lines.clean(entry).replaceFirst("^[•—\\-–·\\s]+", "");
        String title = Marker.at(clean).map(Marker::rest).orElse(clean);
        if (title.length() >= 2 && title.length() <= LONGEST_GAP) {
            titles.add(title);
        }
    }
}
