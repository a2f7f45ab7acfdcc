package guanjia.knowledge.reading;

import guanjia.knowledge.reading.UnreadableHandbook.Reason;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF: headings by size or weight of their letters, else by their numbers; page furniture dropped; a scan is refused by name. */
final class PdfReader implements HandbookReader {
    private static final int MOST_PAGES = 2_000;
    private static final long MOST_MEMORY = 64L * 1024 * 1024;
    private static final long MOST_STORAGE = 256L * 1024 * 1024;

    static {
        PlainFonts.use();
    }

    @Override
    public Set<String> endings() {
        return Set.of("pdf");
    }

    @Override
    public void read(HandbookFile file, Outline outline) throws UnreadableHandbook, IOException {
        PackedSize.checkPdf(file.content());
        try (PDDocument document = Loader.loadPDF(
                file.content(), "", null, null, MemoryUsageSetting.setupMixed(MOST_MEMORY, MOST_STORAGE).streamCache)) {
            if (!document.getCurrentAccessPermission().canExtractContent()) {
                throw new UnreadableHandbook(Reason.ENCRYPTED);
            }
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new UnreadableHandbook(Reason.TOO_LARGE);
            }
            read(document, outline);
        } catch (InvalidPasswordException e) {
            throw new UnreadableHandbook(Reason.ENCRYPTED, e);
        }
    }

    private static void read(PDDocument document, Outline outline) throws UnreadableHandbook, IOException {
        PdfLines lines = new PdfLines();
        lines.setSortByPosition(true);
        lines.getText(document);
        if (lines.isWithoutText()) {
            throw new UnreadableHandbook(lines.hasPictures() ? Reason.SCANNED : Reason.EMPTY);
        }
        if (lines.hasPagesOfPictures()) {
            outline.warn("some-pages-scanned");
        }
        Calendar changed = document.getDocumentInformation().getModificationDate();
        if (changed != null) {
            outline.updated(LocalDate.ofInstant(
                    changed.toInstant(), changed.getTimeZone().toZoneId()));
        }
        List<PdfLine> body = PageFurniture.without(lines.lines());
        PdfOutline.read(body, outline);
    }
}
