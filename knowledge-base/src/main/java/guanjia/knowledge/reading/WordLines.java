package guanjia.knowledge.reading;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** The body of a Word document as lines with what Word knows about them. */
final class WordLines {
    /** The level of the document's own title. */
    static final int TITLE = -1;

    private final XWPFDocument document;
    private final WordStyles styles;
    private final WordNumbers numbers;
    private final List<Line> lines = new ArrayList<>();

    /**
     * @param level of a heading 1–9, {@link #TITLE}, or 0 for text
     * @param bold every word of it is bold
     */
    record Line(int level, boolean bold, String text) {}

    WordLines(XWPFDocument document) {
        this.document = document;
        this.styles = new WordStyles(document);
        this.numbers = new WordNumbers();
    }

    List<Line> read() {
        for (IBodyElement element : document.getBodyElements()) {
            switch (element) {
                case XWPFParagraph paragraph -> paragraph(paragraph);
                case XWPFTable table -> table(table);
                case XWPFSDT control -> control(control);
                default -> {} // the library's interface is open; there is no other kind with text
            }
        }
        return lines;
    }

    /** Content controls: a generated table of contents is one, and is dropped. */
    private void control(XWPFSDT control) {
        control.getContent()
                .getText()
                .lines()
                .filter(line -> !TableOfContents.isEntry(line))
                .forEach(line -> add(0, false, line));
    }

    private void paragraph(XWPFParagraph paragraph) {
        int level = styles.levelOf(paragraph);
        if (level == WordStyles.CONTENTS) {
            return;
        }
        String text = text(paragraph);
        boolean bold = !text.isBlank()
                && paragraph.getRuns().stream()
                        .filter(run -> run.text() != null && !run.text().isBlank())
                        .allMatch(XWPFRun::isBold);
        if (!text.isBlank()) {
            add(level, bold, numbers.next(paragraph) + text);
        }
        paragraph.getRuns().stream()
                .flatMap(run -> run.getPictureText().lines())
                .distinct()
                .forEach(line -> add(0, false, line));
    }

    private void add(int level, boolean bold, String text) {
        if (level == 0) {
            text.lines()
                    .map(Lines::clean)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> lines.add(new Line(0, bold, line)));
        } else {
            lines.add(new Line(level, bold, Lines.clean(text)));
        }
    }

    private void table(XWPFTable table) {
        List<List<String>> rows = new ArrayList<>();
        for (XWPFTableRow row : table.getRows()) {
            rows.add(cells(row, rows.isEmpty() ? List.of() : rows.getLast()));
        }
        boolean headed =
                !table.getRows().isEmpty() && table.getRows().getFirst().isRepeatHeader();
        TableRows.lines(rows, headed).forEach(line -> add(0, false, line));
    }

    /** A cell merged with the one above says the same again, so that its row can stand alone. */
    private static List<String> cells(XWPFTableRow row, List<String> above) {
        List<String> cells = new ArrayList<>();
        for (XWPFTableCell cell : row.getTableCells()) {
            boolean repeats = isMergedWithAbove(cell) && cells.size() < above.size();
            cells.add(repeats ? above.get(cells.size()) : Lines.clean(cell.getTextRecursively()));
        }
        return cells;
    }

    private static boolean isMergedWithAbove(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        return properties != null
                && properties.isSetVMerge()
                && properties.getVMerge().getVal() != STMerge.RESTART;
    }

    private static String text(XWPFParagraph paragraph) {
        StringBuilder text = new StringBuilder();
        for (XWPFRun run : paragraph.getRuns()) {
            text.append(run.text());
        }
        return text.toString();
    }
}
