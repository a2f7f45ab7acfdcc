package guanjia.directory;

import guanjia.directory.ResidentsImport.BadLine;
import guanjia.directory.ResidentsImport.FileProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The register of an estate as a CSV file says it. */
sealed interface RegisterFile {
    /** What a column tells. */
    enum Column {
        BUILDING,
        UNIT,
        NAME,
        PHONE,
        ROLE,
        LANGUAGE,
        FROM,
        UNTIL,
        SALUTATION,
        TAGS;

        boolean isNeeded() {
            return compareTo(LANGUAGE) <= 0;
        }
    }

    /**
     * A file that could be read.
     *
     * @param columns those it has
     * @param lines the good ones, in order
     * @param bad the others
     * @param unitsOfBadLines the units that bad lines name, as far as they can be read
     */
    record Readable(Set<Column> columns, List<RegisterLine> lines, List<BadLine> bad, Set<UnitRef> unitsOfBadLines)
            implements RegisterFile {}

    /** A file that couldn't. */
    record Unreadable(FileProblem problem) implements RegisterFile {}

    /** Reads a file for an estate, which says what country its phones are of. */
    static RegisterFile read(byte[] file, Estate estate) {
        if (file.length > ResidentsImport.MAX_BYTES) {
            return new Unreadable(FileProblem.TOO_LARGE);
        }
        Optional<String> text = decode(file, StandardCharsets.UTF_8).or(() -> decode(file, Charset.forName("GB18030")));
        if (text.isEmpty() || text.get().indexOf('\0') >= 0) {
            return new Unreadable(FileProblem.NOT_TEXT);
        }
        List<CsvRecords.Found> records = CsvRecords.of(text.get());
        if (records.isEmpty()) {
            return new Unreadable(FileProblem.EMPTY);
        }
        if (records.size() - 1 > ResidentsImport.MAX_LINES) {
            return new Unreadable(FileProblem.TOO_MANY_LINES);
        }
        Optional<Map<Column, Integer>> columns = columns(records.getFirst());
        return columns.isEmpty()
                ? new Unreadable(FileProblem.COLUMNS_MISSING)
                : lines(columns.get(), records.subList(1, records.size()), estate);
    }

    private static Readable lines(Map<Column, Integer> columns, List<CsvRecords.Found> records, Estate estate) {
        List<RegisterLine> good = new ArrayList<>();
        List<BadLine> bad = new ArrayList<>();
        Set<UnitRef> unitsOfBad = new HashSet<>();
        for (CsvRecords.Found record : records) {
            ReadLine.Cells cells = new ReadLine.Cells(columns, record.cells().orElse(List.of()));
            switch (ReadLine.read(record, cells, estate)) {
                case RegisterLine line -> good.add(line);
                case ReadLine.Bad problem -> {
                    bad.add(new BadLine(record.line(), problem.reason()));
                    cells.unit().ifPresent(unitsOfBad::add);
                }
            }
        }
        return new Readable(columns.keySet(), good, bad, unitsOfBad);
    }

    private static Optional<Map<Column, Integer>> columns(CsvRecords.Found header) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<String> names = header.cells().orElse(List.of());
        for (int at = 0; at < names.size(); at++) {
            String name = names.get(at).strip().toUpperCase(Locale.ROOT);
            for (Column column : Column.values()) {
                if (column.name().equals(name) && columns.put(column, at) != null) {
                    return Optional.empty();
                }
            }
        }
        boolean complete =
                List.of(Column.values()).stream().allMatch(column -> !column.isNeeded() || columns.containsKey(column));
        return complete ? Optional.of(columns) : Optional.empty();
    }

    private static Optional<String> decode(byte[] file, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
