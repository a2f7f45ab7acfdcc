package guanjia.knowledge.reading;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A numbered line taken apart into the title it begins with and the text that ran into it.
 *
 * @param how how sure that is
 * @param title without its number
 * @param body the text after it, maybe empty
 */
record GluedTitle(How how, String title, String body) {
    /** What told the title from the text. */
    enum How {
        /** The table of contents has it. */
        PROMISED,
        /** It has the line for itself. */
        ALONE,
        /** The text begins with words that begin sentences. */
        SEEN,
        /** Nothing: these are the line's first words, and the body has them again. */
        GUESSED
    }

    private static final int SURELY_ALONE = 12;
    private static final int LONGEST_ALONE = 28;
    private static final int LONGEST_SEEN = 14;

    /** Beyond this many characters a title that was only inferred may have eaten a sentence's start: the body keeps all. */
    private static final int SURELY_SEEN = 8;

    private static final int LONGEST_GUESS = 24;
    private static final Pattern CLAUSE = Pattern.compile("[^,,。;;::!!??((\\s]{2,}");

    /** Words that open a sentence in such manuals, found in the sample texts; a title of 3 to 16 characters stands before them. */
    private static final Pattern OPENING = Pattern.compile("([^,,。;;::!!??]{3,16}?)"
            + "(?=为了|為了|为保|为确保|根据|根據|按照|本手册|本手冊|本文|作为|作為|在.{1,12}?[中时時前后後上,,]|当.{2,12}?时|通过|"
            + "良好的|物业管理人员|物业管理公司|物业公司|管理处(?:将|为|对)|业主(?:应|可|须|在)|可以|应当|是指|包括|凡)");

    static GluedTitle of(String rest, Set<String> promised) {
        return promised(rest, promised)
                .or(() -> alone(rest, SURELY_ALONE))
                .or(() -> seen(rest))
                .or(() -> alone(rest, LONGEST_ALONE))
                .orElseGet(() -> guessed(rest));
    }

    private static Optional<GluedTitle> promised(String rest, Set<String> promised) {
        return promised.stream()
                .filter(rest::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(title -> new GluedTitle(How.PROMISED, title, body(rest, title.length())));
    }

    private static Optional<GluedTitle> alone(String rest, int longest) {
        String title = rest.replaceFirst("[::]$", "");
        boolean alone = title.length() <= longest && !title.matches(".*[。;;,,!!??::].*|.*、");
        return alone && !title.isEmpty() ? Optional.of(new GluedTitle(How.ALONE, title, "")) : Optional.empty();
    }

    private static Optional<GluedTitle> seen(String rest) {
        Matcher clause = CLAUSE.matcher(rest);
        int limit = clause.lookingAt() ? Math.min(clause.end(), LONGEST_SEEN) : 0;
        Matcher opening = OPENING.matcher(rest);
        int opened = opening.lookingAt() ? opening.end(1) : Integer.MAX_VALUE;
        int end = Math.min(opened, subjectTakenUp(rest, limit));
        if (end == Integer.MAX_VALUE) {
            return Optional.empty();
        }
        String body = end <= SURELY_SEEN || end == opened ? body(rest, end) : rest;
        return Optional.of(new GluedTitle(How.SEEN, rest.substring(0, end), body));
    }

    /** 会所服务会所每天……: where the text takes a word of its title up again. */
    private static int subjectTakenUp(String rest, int limit) {
        for (int end = 4; end + 2 <= limit; end++) {
            int before = rest.indexOf(rest.substring(end, end + 2));
            if (before >= 0 && before + 2 <= end) {
                return end;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static GluedTitle guessed(String rest) {
        Matcher clause = CLAUSE.matcher(rest);
        String first = clause.lookingAt() ? clause.group() : rest;
        return new GluedTitle(How.GUESSED, first.substring(0, Math.min(LONGEST_GUESS, first.length())), rest);
    }

    private static String body(String rest, int from) {
        return rest.substring(from).replaceFirst("^[\\s::]+", "");
    }
}
