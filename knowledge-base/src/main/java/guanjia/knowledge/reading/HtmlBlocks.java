package guanjia.knowledge.reading;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Walks a cleaned HTML page and says it to the outline as plain lines. */
final class HtmlBlocks {
    private static final Set<String> LINE_BREAKS = Set.of("br", "hr");
    private final Outline outline;
    private final StringBuilder line = new StringBuilder();

    HtmlBlocks(Outline outline) {
        this.outline = outline;
    }

    void read(Element body) throws UnreadableHandbook {
        children(body);
        endLine();
    }

    private void children(Node parent) throws UnreadableHandbook {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                line.append(text.getWholeText().replaceAll("\\s+", " "));
            } else if (node instanceof Element element) {
                element(element);
            }
        }
    }

    private void element(Element element) throws UnreadableHandbook {
        String name = element.normalName();
        if (name.matches("h[1-6]")) {
            endLine();
            outline.heading(name.charAt(1) - '0', element.text());
        } else if (name.equals("table")) {
            endLine();
            table(element);
        } else if (name.equals("li")) {
            endLine();
            line.append(mark(element));
            children(element);
            endLine();
        } else if (name.equals("pre")) {
            endLine();
            for (String written : element.wholeText().lines().toList()) {
                outline.line(written);
            }
        } else if (name.equals("a")) {
            line.append(MarkdownBlocks.linked(element.text(), element.attr("href")));
        } else {
            plain(element, name);
        }
    }

    private void plain(Element element, String name) throws UnreadableHandbook {
        boolean block = element.isBlock() || LINE_BREAKS.contains(name);
        if (block) {
            endLine();
        }
        if (name.equals("img")) {
            line.append(element.attr("alt"));
        }
        children(element);
        if (block) {
            endLine();
        }
    }

    private static String mark(Element item) {
        Element list = item.parent();
        return list != null && list.normalName().equals("ol") ? item.elementSiblingIndex() + 1 + ". " : "- ";
    }

    private void endLine() throws UnreadableHandbook {
        outline.line(line.toString());
        line.setLength(0);
    }

    private void table(Element table) throws UnreadableHandbook {
        List<Element> rows = table.select("tr").stream()
                .filter(row -> row.closest("table") == table)
                .toList();
        boolean headed = !rows.isEmpty()
                && (rows.getFirst().closest("thead") != null
                        || rows.getFirst().select("> td").isEmpty());
        HtmlGrid grid = new HtmlGrid();
        rows.forEach(grid::add);
        Element caption = table.selectFirst("> caption");
        if (caption != null) {
            outline.line(caption.text());
        }
        for (String row : TableRows.lines(grid.rows(), headed)) {
            outline.line(row);
        }
    }
}
