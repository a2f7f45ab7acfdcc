package guanjia.knowledge.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From printed lines to headings and paragraphs. */
final class PdfOutline {
    private static final int LONGEST_HEADING = 60;
    private static final float LARGER = 1.12f;
    private static final float FULL_LINE = 0.85f;
    private static final float PARAGRAPH_GAP = 1.8f;

    private final List<PdfLine> lines;
    private final float bodySize;
    private final float rightEdge;
    private final boolean boldBody;

    private PdfOutline(List<PdfLine> lines) {
        this.lines = lines;
        this.bodySize = bodySize(lines);
        this.rightEdge = lines.stream()
                .map(PdfLine::right)
                .max(Comparator.naturalOrder())
                .orElse(0f);
        this.boldBody = lines.stream().filter(PdfLine::bold).count() * 2 > lines.size();
    }

    static void read(List<PdfLine> lines, Outline outline) throws UnreadableHandbook {
        new PdfOutline(lines.stream()
                        .filter(line -> !TableOfContents.isEntry(line.text()))
                        .toList())
                .tell(outline);
    }

    private void tell(Outline outline) throws UnreadableHandbook {
        List<Style> styles = headingStyles();
        List<Block> blocks = blocks();
        if (styles.isEmpty()) {
            outline.warn("headings-by-number");
            TextOutline.read(blocks.stream().map(Block::text).toList(), outline);
            return;
        }
        for (Block block : blocks) {
            int level = block.heading() ? styles.indexOf(Style.of(block.first())) + 1 : 0;
            if (level > 0) {
                outline.heading(level, block.text());
            } else {
                outline.line(block.text());
            }
        }
    }

    /** Lines that were one paragraph or one heading before they were printed. */
    private record Block(PdfLine first, boolean heading, String text) {}

    /** How a kind of heading is printed; larger is higher. */
    private record Style(float size, boolean bold) {
        static Style of(PdfLine line) {
            return new Style(line.size(), line.bold());
        }
    }

    private List<Style> headingStyles() {
        return lines.stream()
                .filter(this::isHeading)
                .map(Style::of)
                .distinct()
                .sorted(Comparator.comparing(Style::size)
                        .thenComparing(Style::bold)
                        .reversed())
                .toList();
    }

    private boolean isHeading(PdfLine line) {
        boolean larger = line.size() >= bodySize * LARGER;
        boolean bolder = line.bold() && !boldBody && line.size() >= bodySize;
        return (larger || bolder)
                && line.text().length() <= LONGEST_HEADING
                && line.text().codePoints().anyMatch(Character::isLetter)
                && !Lines.endsSentence(line.text());
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        PdfLine previous = null;
        for (PdfLine line : lines) {
            if (previous != null && continues(previous, line)) {
                Block last = blocks.removeLast();
                blocks.add(new Block(last.first(), last.heading(), Lines.join(last.text(), line.text())));
            } else {
                blocks.add(new Block(line, isHeading(line), line.text()));
            }
            previous = line;
        }
        return blocks;
    }

    private boolean continues(PdfLine line, PdfLine next) {
        boolean heading = isHeading(line);
        if (heading != isHeading(next) || Marker.startsWithOne(next.text())) {
            return false;
        }
        boolean near = line.page() == next.page()
                && next.top() - line.top() < PARAGRAPH_GAP * Math.max(line.size(), next.size());
        if (heading) {
            return near && Style.of(line).equals(Style.of(next));
        }
        boolean full = line.right() >= rightEdge * FULL_LINE;
        boolean turnsPage = next.page() == line.page() + 1;
        return full && (near || turnsPage) && !Lines.endsSentence(line.text());
    }

    private static float bodySize(List<PdfLine> lines) {
        Map<Float, Integer> letters = new HashMap<>();
        lines.forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0f);
    }
}
