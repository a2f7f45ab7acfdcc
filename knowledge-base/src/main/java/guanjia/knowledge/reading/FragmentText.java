package guanjia.knowledge.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The lines of a section's text back as paragraphs, lists and tables. */
final class FragmentText {
    private static final String CELLS = " | ";
    private static final String NAMED = ": ";

    private FragmentText() {}

    /** What a line is, so that neighbours of one kind stand together. */
    private enum Kind {
        PARAGRAPH,
        ITEM,
        ROW
    }

    static void append(String text, StringBuilder html) {
        List<String> group = new ArrayList<>();
        Kind kind = Kind.PARAGRAPH;
        for (String line : text.lines().filter(written -> !written.isBlank()).toList()) {
            if (kindOf(line) != kind) {
                append(kind, group, html);
                group.clear();
                kind = kindOf(line);
            }
            group.add(line);
        }
        append(kind, group, html);
    }

    private static Kind kindOf(String line) {
        if (line.contains(CELLS)) {
            return Kind.ROW;
        }
        return Marker.isBullet(line) ? Kind.ITEM : Kind.PARAGRAPH;
    }

    private static void append(Kind kind, List<String> lines, StringBuilder html) {
        if (lines.isEmpty()) {
            return;
        }
        switch (kind) {
            case PARAGRAPH -> lines.forEach(line -> element("p", line, html));
            case ITEM -> items(lines, html);
            case ROW -> table(lines.stream().map(FragmentText::cells).toList(), html);
        }
    }

    private static void items(List<String> lines, StringBuilder html) {
        html.append("<ul>\n");
        lines.forEach(line -> element("li", line.substring(1).strip(), html));
        html.append("</ul>\n");
    }

    /** Rows whose cells name their columns get a header row; each column once, in the order met. */
    private static void table(List<List<String>> rows, StringBuilder html) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> row.stream().skip(1).forEach(cell -> columns.add(column(cell))));
        boolean named = !columns.contains("");
        html.append("<div class=\"table\"><table>\n");
        if (named) {
            html.append("<tr><td></td>");
            columns.forEach(column -> element("th", column, html));
            html.append("</tr>\n");
        }
        rows.forEach(row -> row(row, named ? columns : Set.of(), html));
        html.append("</table></div>\n");
    }

    private static void row(List<String> row, Set<String> columns, StringBuilder html) {
        html.append("<tr>");
        element("th", row.getFirst(), html);
        if (columns.isEmpty()) {
            row.stream().skip(1).forEach(cell -> element("td", cell, html));
        }
        for (String column : columns) {
            String value = row.stream()
                    .skip(1)
                    .filter(cell -> column(cell).equals(column))
                    .findFirst()
                    .orElse("");
            element("td", value.isEmpty() ? "" : value.substring(column.length() + NAMED.length()), html);
        }
        html.append("</tr>\n");
    }

    private static List<String> cells(String line) {
        return List.of(line.split(" \\| ", -1));
    }

    private static String column(String cell) {
        return cell.contains(NAMED) ? cell.substring(0, cell.indexOf(NAMED)) : "";
    }

    private static void element(String name, String text, StringBuilder html) {
        html.append('<')
                .append(name)
                .append('>')
                .append(Html.escape(text))
                .append("</")
                .append(name)
                .append(">");
        html.append(name.startsWith("t") ? "" : "\n");
    }
}
