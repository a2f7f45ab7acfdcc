package guanjia.knowledge.reading;

import guanjia.knowledge.reading.UnreadableHandbook.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Word (.docx): headings by style, else by bold lines, else by their numbers. Old binary files and protected ones are refused by name. */
final class WordReader implements HandbookReader {
    private static final int LONGEST_BOLD_HEADING = 40;

    static {
        // The library's own guards behind PackedSize's; they hold for the whole process.
        ZipSecureFile.setMinInflateRatio(0.005);
        ZipSecureFile.setMaxEntrySize(100L * 1024 * 1024);
        ZipSecureFile.setMaxTextSize(20L * 1024 * 1024);
        ZipSecureFile.setMaxFileCount(5_000);
    }

    @Override
    public Set<String> endings() {
        return Set.of("docx");
    }

    @Override
    public void read(HandbookFile file, Outline outline) throws UnreadableHandbook, IOException {
        if (file.startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableHandbook(isProtected(file) ? Reason.ENCRYPTED : Reason.UNKNOWN_FORMAT);
        }
        if (!file.startsWith('P', 'K')) {
            throw new UnreadableHandbook(Reason.BROKEN);
        }
        PackedSize.checkZip(file.content());
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file.content()))) {
            tell(new WordLines(document).read(), outline);
            Date modified = document.getProperties().getCoreProperties().getModified();
            if (modified != null) {
                outline.updated(LocalDate.ofInstant(modified.toInstant(), ZoneOffset.UTC));
            }
        }
    }

    private static boolean isProtected(HandbookFile file) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(file.content()))) {
            return container.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
        }
    }

    private static void tell(List<WordLines.Line> lines, Outline outline) throws UnreadableHandbook {
        boolean styled = lines.stream().anyMatch(line -> line.level() > 0);
        boolean bolded = lines.stream().filter(WordReader::isBoldHeading).count() >= 2;
        if (!styled && !bolded) {
            outline.warn("headings-by-number");
            TextOutline.read(lines.stream().map(WordLines.Line::text).toList(), outline);
            return;
        }
        for (WordLines.Line line : lines) {
            if (line.level() == WordLines.TITLE) {
                outline.title(line.text());
            } else if (styled ? line.level() > 0 : isBoldHeading(line)) {
                outline.heading(styled ? line.level() : 1, line.text());
            } else {
                outline.line(line.text());
            }
        }
    }

    private static boolean isBoldHeading(WordLines.Line line) {
        return line.bold() && line.text().length() <= LONGEST_BOLD_HEADING && !Lines.endsSentence(line.text());
    }
}
