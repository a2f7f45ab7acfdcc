package guanjia.knowledge.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Headers, footers and page numbers: what stands at the edge of page after page with only its digits changing. */
final class PageFurniture {
    private static final int EDGE_LINES = 2;
    private static final int LEAST_PAGES = 3;

    private PageFurniture() {}

    static List<PdfLine> without(List<PdfLine> lines) {
        Map<Integer, List<PdfLine>> pages =
                lines.stream().collect(Collectors.groupingBy(PdfLine::page, TreeMap::new, Collectors.toList()));
        Set<String> repeated = repeatedAtEdges(pages);
        List<PdfLine> kept = new ArrayList<>();
        for (List<PdfLine> page : pages.values()) {
            List<PdfLine> edges = edges(page);
            page.stream()
                    .filter(line -> !edges.contains(line) || !isFurniture(line, repeated))
                    .forEach(kept::add);
        }
        return kept;
    }

    private static boolean isFurniture(PdfLine line, Set<String> repeated) {
        return Lines.isPageNumber(line.text()) || repeated.contains(pattern(line));
    }

    private static Set<String> repeatedAtEdges(Map<Integer, List<PdfLine>> pages) {
        Map<String, Integer> counts = new HashMap<>();
        for (List<PdfLine> page : pages.values()) {
            Set<String> once = edges(page).stream().map(PageFurniture::pattern).collect(Collectors.toSet());
            once.forEach(pattern -> counts.merge(pattern, 1, Integer::sum));
        }
        Set<String> repeated = new HashSet<>(counts.keySet());
        repeated.removeIf(pattern -> counts.getOrDefault(pattern, 0) < Math.max(LEAST_PAGES, pages.size() / 3));
        return repeated;
    }

    private static List<PdfLine> edges(List<PdfLine> page) {
        List<PdfLine> edges = new ArrayList<>(page.subList(0, Math.min(EDGE_LINES, page.size())));
        edges.addAll(page.subList(Math.max(0, page.size() - EDGE_LINES), page.size()));
        return edges;
    }

    private static String pattern(PdfLine line) {
        return line.text().replaceAll("\\d+", "#");
    }
}
