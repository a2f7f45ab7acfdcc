package guanjia.directory;

import guanjia.directory.RegisterFile.Column;
import guanjia.directory.ResidentsImport.LineProblem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A line of a register file, good or bad. */
sealed interface ReadLine permits RegisterLine, ReadLine.Bad {
    int LONGEST_NAME = 100;
    Pattern DATE = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    Pattern BETWEEN_TAGS = Pattern.compile("[;;、|]");

    /** A line that can't be taken. */
    record Bad(LineProblem reason) implements ReadLine {}

    /** The cells of a line, by what they tell. A cell of a missing column is blank. */
    record Cells(Map<Column, Integer> columns, List<String> values) {
        String get(Column column) {
            Integer at = columns.get(column);
            String cell =
                    at == null || at >= values.size() ? "" : values.get(at).strip();
            boolean guarded = cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0;
            return guarded ? cell.substring(1) : cell; // how spreadsheets and our own exports guard such cells
        }

        Optional<UnitRef> unit() {
            return UnitRef.parse(get(Column.BUILDING), get(Column.UNIT));
        }

        boolean isComplete() {
            return columns.entrySet().stream()
                    .allMatch(column -> !column.getKey().isNeeded() || column.getValue() < values.size());
        }
    }

    static ReadLine read(CsvRecords.Found record, Cells cells, Estate estate) {
        Optional<PhoneNumber> phone = PhoneNumber.parse(cells.get(Column.PHONE), estate.phoneRegion());
        Optional<ResidentRole> role = ResidentRole.of(cells.get(Column.ROLE));
        return problem(record, cells, phone, role)
                .<ReadLine>map(Bad::new)
                .orElseGet(() -> new RegisterLine(
                        cells.unit().orElseThrow(),
                        cells.get(Column.NAME),
                        phone.orElseThrow(),
                        role.orElseThrow(),
                        Language.of(cells.get(Column.LANGUAGE)),
                        date(cells.get(Column.FROM)),
                        date(cells.get(Column.UNTIL)),
                        Optional.of(cells.get(Column.SALUTATION)).filter(words -> !words.isEmpty()),
                        tags(cells.get(Column.TAGS))));
    }

    private static Optional<LineProblem> problem(
            CsvRecords.Found record, Cells cells, Optional<PhoneNumber> phone, Optional<ResidentRole> role) {
        if (record.cells().isEmpty()) {
            return Optional.of(LineProblem.QUOTES);
        }
        if (!cells.isComplete()) {
            return Optional.of(LineProblem.COLUMNS);
        }
        if (cells.unit().isEmpty()) {
            return Optional.of(LineProblem.UNIT);
        }
        if (!isName(cells.get(Column.NAME)) || cells.get(Column.SALUTATION).length() > LONGEST_NAME) {
            return Optional.of(LineProblem.NAME);
        }
        if (phone.isEmpty()) {
            return Optional.of(cells.get(Column.PHONE).isEmpty() ? LineProblem.PHONE_MISSING : LineProblem.PHONE);
        }
        return role.isEmpty() ? Optional.of(LineProblem.ROLE) : problemOfTheRest(cells);
    }

    private static Optional<LineProblem> problemOfTheRest(Cells cells) {
        String language = cells.get(Column.LANGUAGE);
        if (!language.isEmpty() && Language.of(language).isEmpty()) {
            return Optional.of(LineProblem.LANGUAGE);
        }
        Optional<LocalDate> from = date(cells.get(Column.FROM));
        Optional<LocalDate> until = date(cells.get(Column.UNTIL));
        boolean unread = from.isEmpty() && !cells.get(Column.FROM).isEmpty()
                || until.isEmpty() && !cells.get(Column.UNTIL).isEmpty();
        if (unread) {
            return Optional.of(LineProblem.DATE);
        }
        boolean backwards = from.isPresent() && until.isPresent() && until.get().isBefore(from.get());
        return backwards ? Optional.of(LineProblem.UNTIL_BEFORE_FROM) : Optional.empty();
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
    }

    private static Optional<LocalDate> date(String cell) {
        Matcher found = DATE.matcher(cell);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Set<String> tags(String cell) {
        return BETWEEN_TAGS
                .splitAsStream(cell)
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toSet());
    }
}
