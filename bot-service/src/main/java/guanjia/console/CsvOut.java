package guanjia.console;

import java.util.List;
import java.util.stream.Collectors;

/** Writes CSV that spreadsheets open as it is meant: UTF-8 with BOM, and no cell is taken for a formula. */
final class CsvOut {
    private static final String FORMULA = "=+-@\t\r";

    private CsvOut() {}

    /** @param rows the first holds the names of the columns */
    static String of(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(CsvOut::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
    }

    private static String cell(String text) {
        String guarded = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = guarded.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? "\"" + guarded.replace("\"", "\"\"") + "\"" : guarded;
    }
}
