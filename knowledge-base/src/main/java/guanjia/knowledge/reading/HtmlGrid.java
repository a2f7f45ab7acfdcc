package guanjia.knowledge.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Rows of an HTML table with cells that span rows repeated in each of them, so that every row is complete. */
final class HtmlGrid {
    /** Wider or longer spans are a trick or a mistake. */
    private static final int LONGEST_SPAN = 50;

    private final List<List<String>> rows = new ArrayList<>();
    private final Map<Integer, Spanning> fromAbove = new HashMap<>();

    private record Spanning(String text, int rowsLeft) {}

    void add(Element row) {
        List<String> cells = new ArrayList<>();
        for (Element cell : row.select("> td, > th")) {
            fill(cells);
            int height = span(cell, "rowspan");
            for (int column = 0; column < span(cell, "colspan"); column++) {
                String text = column == 0 ? cell.text() : "";
                if (height > 1) {
                    fromAbove.put(cells.size(), new Spanning(text, height - 1));
                }
                cells.add(text);
            }
        }
        fill(cells);
        rows.add(cells);
    }

    List<List<String>> rows() {
        return rows;
    }

    private void fill(List<String> cells) {
        Spanning above = fromAbove.remove(cells.size());
        while (above != null) {
            if (above.rowsLeft() > 1) {
                fromAbove.put(cells.size(), new Spanning(above.text(), above.rowsLeft() - 1));
            }
            cells.add(above.text());
            above = fromAbove.remove(cells.size());
        }
    }

    private static int span(Element cell, String attribute) {
        String written = cell.attr(attribute);
        return written.matches("\\d{1,3}") ? Math.clamp(Integer.parseInt(written), 1, LONGEST_SPAN) : 1;
    }
}
