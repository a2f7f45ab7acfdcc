package guanjia.knowledge.reading;

import guanjia.knowledge.reading.UnreadableHandbook.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects the printed lines of a PDF with the size, weight and place that plain text loses. */
final class PdfLines extends PDFTextStripper {
    /** A page with fewer letters and a picture on it is a scan with at most a stamp or number. */
    private static final int FEW_LETTERS = 15;

    private final List<PdfLine> lines = new ArrayList<>();
    private final List<TextPosition> letters = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Set<Integer> pagesWithPictures = new HashSet<>();
    private final Set<Integer> pagesWithText = new HashSet<>();
    private int lettersOnPage;

    List<PdfLine> lines() {
        return lines;
    }

    boolean isWithoutText() {
        return pagesWithText.isEmpty();
    }

    boolean hasPictures() {
        return !pagesWithPictures.isEmpty();
    }

    boolean hasPagesOfPictures() {
        return !pagesWithText.containsAll(pagesWithPictures);
    }

    @Override
    protected void startPage(PDPage page) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new IOException("Reading was cancelled", new UnreadableHandbook(Reason.TOO_SLOW));
        }
        lettersOnPage = 0;
    }

    @Override
    protected void endPage(PDPage page) throws IOException {
        endLine();
        boolean enough =
                lettersOnPage >= FEW_LETTERS || (lettersOnPage > 0 && !pagesWithPictures.contains(getCurrentPageNo()));
        if (enough) {
            pagesWithText.add(getCurrentPageNo());
        }
    }

    @Override
    protected void writeString(String word, List<TextPosition> positions) {
        text.append(word);
        letters.addAll(positions);
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writePageEnd() {
        endLine();
    }

    /** Pictures are only counted, never decoded. */
    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        boolean inline = operator.getName().equals("BI");
        boolean drawn = operator.getName().equals("Do")
                && !operands.isEmpty()
                && operands.getFirst() instanceof COSName name
                && isPicture(name);
        if (inline || drawn) {
            pagesWithPictures.add(getCurrentPageNo());
        }
        super.processOperator(operator, operands);
    }

    private boolean isPicture(COSName name) {
        return getResources() != null && getResources().isImageXObject(name);
    }

    private void endLine() {
        String clean = Lines.clean(text.toString());
        List<TextPosition> printed = letters.stream()
                .filter(letter -> !letter.getUnicode().isBlank())
                .toList();
        if (!clean.isEmpty() && !printed.isEmpty()) {
            TextPosition last = printed.getLast();
            lines.add(new PdfLine(
                    getCurrentPageNo(),
                    clean,
                    size(printed),
                    printed.stream().allMatch(letter -> isBold(letter.getFont())),
                    printed.getFirst().getYDirAdj(),
                    last.getXDirAdj() + last.getWidthDirAdj()));
            lettersOnPage += printed.size();
        }
        text.setLength(0);
        letters.clear();
    }

    private static float size(List<TextPosition> printed) {
        List<Float> sizes =
                printed.stream().map(TextPosition::getFontSizeInPt).sorted().toList();
        return Math.round(sizes.get(sizes.size() / 2) * 2) / 2f;
    }

    private static boolean isBold(PDFont font) {
        String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
        PDFontDescriptor descriptor = font.getFontDescriptor();
        boolean named =
                name.contains("bold") || name.contains("black") || name.contains("heavy") || name.contains("simhei");
        return named || (descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600));
    }
}
