package guanjia.knowledge.reading;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jsoup.Jsoup;

/** Walks a parsed Markdown document and says it to the outline as plain lines. */
final class MarkdownBlocks {
    private final Outline outline;

    MarkdownBlocks(Outline outline) {
        this.outline = outline;
    }

    void read(Node parent) throws UnreadableHandbook {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node);
        }
    }

    private void block(Node node) throws UnreadableHandbook {
        switch (node) {
            case Heading heading -> outline.heading(heading.getLevel(), words(heading));
            case Paragraph paragraph -> lines(paragraph, "");
            case BulletList list -> items(list);
            case OrderedList list -> items(list);
            case TableBlock table -> table(table);
            case FencedCodeBlock code -> raw(code.getLiteral());
            case IndentedCodeBlock code -> raw(code.getLiteral());
            case HtmlBlock html -> raw(Jsoup.parse(html.getLiteral()).wholeText());
            default -> read(node);
        }
    }

    private void raw(String text) throws UnreadableHandbook {
        for (String line : text.lines().toList()) {
            outline.line(line);
        }
    }

    /** Source lines that end a sentence stay lines; a sentence broken by the editor's width is put together. */
    private void lines(Node paragraph, String mark) throws UnreadableHandbook {
        String pending = "";
        for (String line : words(paragraph).lines().map(Lines::clean).toList()) {
            if (pending.isEmpty()
                    || Lines.endsSentence(pending)
                    || Outline.isAliases(pending)
                    || Outline.isAliases(line)) {
                outline.line(pending.isEmpty() ? "" : mark + pending);
                pending = line;
            } else {
                pending = Lines.join(pending, line);
            }
        }
        outline.line(pending.isEmpty() ? "" : mark + pending);
    }

    private void items(Node list) throws UnreadableHandbook {
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String mark = list instanceof OrderedList ? number++ + ". " : "- ";
            if (item instanceof ListItem) {
                item(item, mark);
            }
        }
    }

    private void item(Node item, String mark) throws UnreadableHandbook {
        String first = mark;
        for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case Paragraph paragraph -> lines(paragraph, first);
                case BulletList list -> items(list);
                case OrderedList list -> items(list);
                default -> block(child);
            }
            first = "";
        }
    }

    private void table(TableBlock table) throws UnreadableHandbook {
        List<List<String>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(cells(row));
                }
            }
        }
        for (String line : TableRows.lines(rows, true)) {
            outline.line(line);
        }
    }

    private static List<String> cells(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(Lines.clean(words(cell)));
        }
        return cells;
    }

    private static String words(Node parent) {
        StringBuilder words = new StringBuilder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            words.append(word(node));
        }
        return words.toString();
    }

    private static String word(Node node) {
        return switch (node) {
            case Text text -> text.getLiteral();
            case Code code -> code.getLiteral();
            case SoftLineBreak soft -> "\n";
            case HardLineBreak hard -> "\n";
            case HtmlInline tag -> tag.getLiteral().matches("(?i)<br\\s*/?>") ? "\n" : "";
            case Link link -> linked(words(link), link.getDestination());
            default -> words(node);
        };
    }

    /** A web address is a fact of its own: it is kept beside the words that carry it. */
    static String linked(String words, String address) {
        boolean web = address.startsWith("http://") || address.startsWith("https://");
        return !web || words.contains(address) ? words : words + " (" + address + ")";
    }
}
