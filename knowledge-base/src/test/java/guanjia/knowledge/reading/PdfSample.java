package guanjia.knowledge.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes small PDFs by hand, so that no Chinese font is needed: text is set in a font that is only named (STSong-Light, with a character map
 * every reader knows), as many Chinese PDFs do.
 */
final class PdfSample {
    private static final int TOP = 780;
    private final List<String> pages = new ArrayList<>();
    private StringBuilder page = new StringBuilder();
    private int y = TOP;

    /** One line of the given size; a size of 0 leaves an empty line. */
    PdfSample line(int size, String text) {
        y -= size == 0 ? 20 : size * 3 / 2;
        if (size > 0) {
            page.append("BT /F1 %d Tf 1 0 0 1 60 %d Tm <%s> Tj ET\n".formatted(size, y, hex(text)));
        }
        return this;
    }

    /** A picture that fills the page. */
    PdfSample picture() {
        page.append("q 500 0 0 700 40 40 cm /Im1 Do Q\n");
        return this;
    }

    PdfSample nextPage() {
        pages.add(page.toString());
        page = new StringBuilder();
        y = TOP;
        return this;
    }

    byte[] bytes() throws IOException {
        nextPage();
        List<String> objects = new ArrayList<>(List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Count %d /Kids [%s] >>".formatted(pages.size(), kids()),
                "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
                "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R "
                        + "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
                "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /Ascent 880 /Descent -120 "
                        + "/CapHeight 700 /ItalicAngle 0 /StemV 80 >>",
                stream(
                        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
                        "A")));
        for (String content : pages) {
            objects.add(
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> "
                                    .formatted(objects.size() + 2)
                            + "/XObject << /Im1 6 0 R >> >> >>");
            objects.add(stream("", content));
        }
        return file(objects);
    }

    private String kids() {
        StringBuilder kids = new StringBuilder();
        for (int index = 0; index < pages.size(); index++) {
            kids.append(7 + 2 * index).append(" 0 R ");
        }
        return kids.toString();
    }

    private static String stream(String dictionary, String content) {
        return "<< %s /Length %d >>\nstream\n%s\nendstream".formatted(dictionary, content.length(), content);
    }

    private static byte[] file(List<String> objects) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder places = new StringBuilder("0000000000 65535 f \n");
        for (int index = 0; index < objects.size(); index++) {
            places.append("%010d 00000 n \n".formatted(out.size()));
            out.write("%d 0 obj\n%s\nendobj\n"
                    .formatted(index + 1, objects.get(index))
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
        String end = "xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n";
        out.write(end.formatted(objects.size() + 1, places, objects.size() + 1, out.size())
                .getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        text.chars().forEach(character -> hex.append("%04X".formatted(character)));
        return hex.toString();
    }
}
