package guanjia.knowledge.reading;

import static guanjia.knowledge.reading.Reading.file;
import static guanjia.knowledge.reading.Reading.section;
import static guanjia.knowledge.reading.Reading.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guanjia.knowledge.reading.UnreadableHandbook.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

class PdfReaderTest {
    private static final String FULL_LINE = "住户可以在工作日上午九点到下午六点之间到管理处前台办理停车月租并请带好行驶证和身份证原";

    @Test
    void findsHeadingsByTheSizeOfTheirLetters() throws Exception {
        byte[] pdf = new PdfSample()
                .line(24, "云杉苑住户手册")
                .line(16, "停车")
                .line(12, "月租每月三百元。")
                .line(14, "访客停车")
                .line(12, "首小时免费。")
                .line(16, "会所")
                .line(12, "每天九点开放。")
                .bytes();
        ReadHandbook handbook = file("a.pdf", pdf);
        assertThat(handbook.title()).isEqualTo("云杉苑住户手册");
        assertThat(titles(handbook)).containsExactly("停车", "访客停车", "会所");
        assertThat(section(handbook, "访客停车").path()).containsExactly("停车");
        assertThat(section(handbook, "访客停车").text()).isEqualTo("首小时免费。");
    }

    @Test
    void joinsPrintedLinesAlsoOverPagesWithoutHeadersFootersAndPageNumbers() throws Exception {
        PdfSample sample = new PdfSample();
        for (int page = 0; page < 4; page++) {
            String who = "甲乙丙丁".substring(page, page + 1);
            sample.line(9, "云杉苑 内部文件")
                    .line(16, "第" + (page + 1) + "类服务")
                    .line(10, who + FULL_LINE)
                    .line(10, "件。")
                    .line(10, who + FULL_LINE)
                    .line(9, "- " + page + " -")
                    .nextPage();
            sample.line(9, "云杉苑 内部文件")
                    .line(10, "件给" + who + "。")
                    .line(10, who + "另一段。")
                    .line(9, "- " + page + " -")
                    .nextPage();
        }
        ReadHandbook handbook = file("手册.pdf", sample.bytes());
        assertThat(titles(handbook)).containsExactly("第1类服务", "第2类服务", "第3类服务", "第4类服务");
        assertThat(section(handbook, "第2类服务").text()).isEqualTo("乙" + FULL_LINE + "件。\n乙" + FULL_LINE + "件给乙。\n乙另一段。");
    }

    @Test
    void findsHeadingsByTheirWeightInLatinText() throws Exception {
        byte[] pdf = latin(new String[][] {
            {"b", "Parking"}, {"", "A bay costs 300 a month."}, {"b", "Club house"}, {"", "Open from 9 to 21."}
        });
        ReadHandbook handbook = file("guide.pdf", pdf);
        assertThat(titles(handbook)).containsExactly("Parking", "Club house");
        assertThat(section(handbook, "Parking").text()).isEqualTo("A bay costs 300 a month.");
    }

    @Test
    void fallsBackToNumbersWhenAllLettersLookAlike() throws Exception {
        byte[] pdf = new PdfSample()
                .line(12, "一、停车")
                .line(12, "月租每月三百元。")
                .line(12, "二、会所")
                .line(12, "每天九点开放。")
                .bytes();
        ReadHandbook handbook = file("a.pdf", pdf);
        assertThat(titles(handbook)).containsExactly("一、停车", "二、会所");
        assertThat(handbook.warnings()).hasSize(1);
    }

    @Test
    void refusesAScanAndSaysSo() throws Exception {
        byte[] scan =
                new PdfSample().picture().line(12, "1").nextPage().picture().bytes();
        assertRefused(scan, Reason.SCANNED);
    }

    @Test
    void warnsOfScannedPagesAmongOthers() throws Exception {
        byte[] mixed = new PdfSample()
                .line(16, "停车")
                .line(12, "月租每月三百元,请到前台办理手续。")
                .nextPage()
                .picture()
                .bytes();
        assertThat(file("a.pdf", mixed).warnings()).hasSize(1);
    }

    @Test
    void refusesAProtectedFile() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(latin(new String[][] {{"", "Secret"}}))) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
        }
        assertRefused(out.toByteArray(), Reason.ENCRYPTED);
    }

    @Test
    void refusesAStreamThatUnpacksToHundredsOfMegabytes() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n".getBytes("US-ASCII"));
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out)) {
            byte[] blanks = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                packed.write(blanks);
            }
        }
        assertRefused(out.toByteArray(), Reason.TOO_LARGE);
    }

    @Test
    void refusesAnEmptyDocument() throws Exception {
        assertRefused(new PdfSample().bytes(), Reason.EMPTY);
    }

    private static void assertRefused(byte[] pdf, Reason reason) {
        assertThatThrownBy(() -> file("a.pdf", pdf))
                .isInstanceOfSatisfying(UnreadableHandbook.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private static byte[] latin(String[][] lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                int y = 700;
                for (String[] line : lines) {
                    PDFont font = new PDType1Font(line[0].equals("b") ? FontName.HELVETICA_BOLD : FontName.HELVETICA);
                    content.beginText();
                    content.setFont(font, 11);
                    content.newLineAtOffset(60, y);
                    content.showText(line[1]);
                    content.endText();
                    y -= 18;
                }
            }
            document.save(out);
        }
        return out.toByteArray();
    }
}
