package guanjia.directory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Takes a CSV file apart record by record, so that one broken quote costs one line and not the rest of the file. A quoted cell may run
 * over a few lines.
 */
final class CsvRecords {
    private static final int LINES_A_RECORD = 5;

    /**
     * A record.
     *
     * @param line the number of its first line, from 1
     * @param cells its cells; empty when its quotes can't be read
     */
    record Found(int line, Optional<List<String>> cells) {}

    private CsvRecords() {}

    /** All records of a text, blank lines left out. */
    static List<Found> of(String text) {
        List<String> lines = text.lines().toList();
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int taken = linesOfRecord(lines, at);
            String record = String.join("\n", lines.subList(at, at + Math.max(1, taken)));
            if (!record.isBlank() && !record.replace(",", "").isBlank()) {
                found.add(new Found(at + 1, taken == 0 ? Optional.empty() : cells(record)));
            }
            at += Math.max(1, taken);
        }
        return found;
    }

    /** How many lines it takes until every quote is closed; 0 when that isn't soon. */
    private static int linesOfRecord(List<String> lines, int first) {
        long quotes = 0;
        for (int taken = 1; taken <= LINES_A_RECORD && first + taken <= lines.size(); taken++) {
            quotes += lines.get(first + taken - 1).chars().filter(c -> c == '"').count();
            if (quotes % 2 == 0) {
                return taken;
            }
        }
        return 0;
    }

    private static Optional<List<String>> cells(String record) {
        try (CSVParser parser = CSVParser.parse(record, CSVFormat.DEFAULT)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? Optional.of(records.getFirst().toList()) : Optional.empty();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty(); // the caller reports the line
        }
    }
}
