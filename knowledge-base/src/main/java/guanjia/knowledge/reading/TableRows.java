package guanjia.knowledge.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Table rows as lines that can be understood alone: every cell but the row's name says its column. */
final class TableRows {
    private static final int LONGEST_HEADER = 15;
    private static final Pattern DIGIT = Pattern.compile(".*\\d.*");
    private static final Pattern COLUMN_WORD = Pattern.compile("(?i).*(项目|項目|名称|名稱|内容|內容|标准|標準|费用|費用|收费|收費|电话|電話|"
            + "时间|時間|说明|說明|备注|備註|类别|類別|序号|序號|单位|單位|要求|item|name|fee|price|time|phone|note|service).*");

    private TableRows() {}

    /**
     * @param rows cells in order, blank where empty
     * @param headed the document marks the first row as the header; otherwise it is one when it looks like one
     */
    static List<String> lines(List<List<String>> rows, boolean headed) {
        List<List<String>> filled = rows.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        if (filled.isEmpty()) {
            return List.of();
        }
        boolean named = filled.size() > 1 && (headed || looksLikeHeader(filled.getFirst()));
        List<String> header = named ? filled.getFirst() : List.of();
        return filled.stream().skip(named ? 1 : 0).map(row -> line(header, row)).toList();
    }

    private static boolean looksLikeHeader(List<String> row) {
        boolean shortWords = row.stream()
                .allMatch(cell -> !cell.isBlank()
                        && cell.length() <= LONGEST_HEADER
                        && !DIGIT.matcher(cell).matches());
        return row.size() > 1
                && shortWords
                && (row.size() > 2 || COLUMN_WORD.matcher(row.getLast()).matches());
    }

    private static String line(List<String> header, List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String name = column < header.size() ? header.get(column) : "";
            boolean rowName = cells.isEmpty() && !DIGIT.matcher(cell).matches();
            if (!cell.isBlank()) {
                cells.add(name.isBlank() || rowName ? cell : name + ": " + cell);
            }
        }
        return String.join(" | ", cells);
    }
}
