package guanjia.directory;

import java.util.List;

/**
 * Takes over an estate's register from a CSV file. Columns, in any order and case: {@code building, unit, name, phone, role, language};
 * optional {@code from, until} (ISO dates, first and last day), {@code salutation}, {@code tags} (parted by {@code ;}). UTF-8 with or
 * without BOM, or GB18030. A bad line is reported and the good ones are taken; the same file twice changes nothing. People are
 * recognised by phone and name, else by unit and phone (a corrected name), else by unit and name (a changed phone).
 *
 * <p>Blocking: 20,000 lines take seconds. Imports of one estate at once are safe, the later may have to be repeated.
 */
public interface ResidentsImport {
    /** The largest file, in bytes. */
    int MAX_BYTES = 10 * 1024 * 1024;

    /** The most lines, the header aside. */
    int MAX_LINES = 50_000;

    /** What happens to those whom the file doesn't name. */
    enum Absent {
        /** They stay. */
        KEEP,
        /** What holds today in this estate ends yesterday, except in units that a refused line names. */
        END
    }

    /** What came of it. */
    sealed interface Outcome {}

    /**
     * The file was taken.
     *
     * @param added lines that made a new person or a new home of one
     * @param changed lines that changed something
     * @param unchanged lines that changed nothing
     * @param ended homes ended because the file doesn't name them
     * @param rejected the bad lines, in order
     */
    record Taken(int added, int changed, int unchanged, int ended, List<BadLine> rejected) implements Outcome {}

    /** Nothing was taken. */
    record Refused(FileProblem problem) implements Outcome {}

    /** Why a whole file can't be taken. */
    enum FileProblem {
        TOO_LARGE,
        TOO_MANY_LINES,
        /** Neither UTF-8 nor GB18030. */
        NOT_TEXT,
        EMPTY,
        /** A column that must be there is missing from the first line, or there twice. */
        COLUMNS_MISSING,
        /** No line is good, so everybody would be ended. */
        WOULD_END_EVERYBODY,
        /** The same people were changed meanwhile, again and again; some lines are taken, the file can be sent again. */
        CHANGED_MEANWHILE
    }

    /**
     * A line that wasn't taken.
     *
     * @param line its number in the file, the header being 1
     * @param reason why
     */
    record BadLine(int line, LineProblem reason) {}

    /** Why a line can't be taken. */
    enum LineProblem {
        COLUMNS,
        QUOTES,
        UNIT,
        NAME,
        PHONE_MISSING,
        PHONE,
        ROLE,
        LANGUAGE,
        DATE,
        UNTIL_BEFORE_FROM;

        /** As the REST API writes it, e.g. {@code phone-missing}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** What {@link #take} would do, without doing it. */
    Outcome preview(Estate estate, byte[] file, Absent absent);

    /** Takes the file. */
    Outcome take(Estate estate, byte[] file, Absent absent);
}
