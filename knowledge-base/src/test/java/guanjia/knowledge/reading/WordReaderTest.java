package guanjia.knowledge.reading;

import static guanjia.knowledge.reading.Reading.file;
import static guanjia.knowledge.reading.Reading.section;
import static guanjia.knowledge.reading.Reading.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guanjia.knowledge.reading.UnreadableHandbook.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;

class WordReaderTest {
    @TempDir
    Path folder;

    private final XWPFDocument document = new XWPFDocument();

    private XWPFParagraph paragraph(String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.createRun().setText(text);
        return paragraph;
    }

    private void bold(String text) {
        paragraph(text).getRuns().getFirst().setBold(true);
    }

    private void heading(String style, String text) {
        paragraph(text).setStyle(style);
    }

    private void style(String id, String name) {
        if (document.getStyles() == null) {
            document.createStyles();
        }
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal(name);
        document.getStyles().addStyle(new XWPFStyle(style));
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.write(out);
        return out.toByteArray();
    }

    @Test
    void findsHeadingsByTheirStyles() throws Exception {
        style("a3", "Title");
        style("1", "heading 1");
        style("2", "heading 2");
        heading("a3", "青禾大厦手册");
        heading("1", "停车");
        paragraph("月租三百元。");
        heading("2", "访客停车");
        paragraph("首小时免费。");
        ReadHandbook handbook = file("a.docx", bytes());
        assertThat(handbook.title()).isEqualTo("青禾大厦手册");
        assertThat(titles(handbook)).containsExactly("停车", "访客停车");
        assertThat(section(handbook, "访客停车").path()).containsExactly("停车");
        assertThat(handbook.updated()).isPresent();
    }

    @Test
    void makesTableRowsUnderstandableAlone() throws Exception {
        style("1", "heading 1");
        heading("1", "押金");
        XWPFTable table = document.createTable(3, 3);
        String[][] cells = {{"类型", "装修押金", "垃圾清运"}, {"住宅", "2000元", "500元"}, {"商铺", "5000元", "800元"}};
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                table.getRow(row).getCell(column).setText(cells[row][column]);
            }
        }
        assertThat(section(file("a.docx", bytes()), "押金").text())
                .isEqualTo("住宅 | 装修押金: 2000元 | 垃圾清运: 500元\n商铺 | 装修押金: 5000元 | 垃圾清运: 800元");
    }

    @Test
    void writesTheNumbersThatWordCounts() throws Exception {
        style("1", "heading 1");
        heading("1", "办卡");
        BigInteger list = document.createNumbering().addNum(WordLists.decimal(document));
        for (String step : new String[] {"填表", "缴费"}) {
            XWPFParagraph item = paragraph(step);
            item.setNumID(list);
            item.setNumILvl(BigInteger.ZERO);
        }
        assertThat(section(file("a.docx", bytes()), "办卡").text()).isEqualTo("1. 填表\n2. 缴费");
    }

    @Test
    void takesBoldLinesForHeadingsWhenThereAreNoStyles() throws Exception {
        bold("停车");
        paragraph("月租三百元。");
        bold("会所");
        paragraph("每天开放。");
        assertThat(titles(file("a.docx", bytes()))).containsExactly("停车", "会所");
    }

    @Test
    void takesNumbersForHeadingsWhenThereIsNothingElse() throws Exception {
        paragraph("一、停车");
        paragraph("月租三百元。");
        paragraph("二、会所");
        paragraph("每天开放。");
        ReadHandbook handbook = file("a.docx", bytes());
        assertThat(titles(handbook)).containsExactly("一、停车", "二、会所");
        assertThat(handbook.warnings()).hasSize(1);
    }

    @Test
    void refusesAProtectedFileAndTheOldFormatByName() throws Exception {
        paragraph("秘密");
        ByteArrayOutputStream protectedFile = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("password");
            try (var out = encryptor.getDataStream(container)) {
                out.write(bytes());
            }
            container.writeFilesystem(protectedFile);
        }
        assertRefused(protectedFile.toByteArray(), Reason.ENCRYPTED);
        ByteArrayOutputStream old = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(new byte[5000]), "WordDocument");
            container.writeFilesystem(old);
        }
        assertRefused(old.toByteArray(), Reason.UNKNOWN_FORMAT);
    }

    @Test
    void refusesAFileThatUnpacksToHundredsOfMegabytes() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] blanks = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 60; megabyte++) {
                zip.write(blanks);
            }
        }
        assertRefused(out.toByteArray(), Reason.TOO_LARGE);
    }

    @Test
    void neverResolvesEntities() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        paragraph("PLACE");
        byte[] attack = withDocument(
                bytes(), "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>", "PLACE", "before &x; after");
        try {
            assertThat(file("a.docx", attack).sections())
                    .noneMatch(section -> section.text().contains("SECRET"));
        } catch (UnreadableHandbook refused) {
            assertThat(refused.reason()).isEqualTo(Reason.BROKEN);
        }
    }

    private static void assertRefused(byte[] content, Reason reason) {
        assertThatThrownBy(() -> file("a.docx", content))
                .isInstanceOfSatisfying(UnreadableHandbook.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private static byte[] withDocument(byte[] docx, String prolog, String from, String to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().equals("word/document.xml")) {
                    String xml = new String(content, StandardCharsets.UTF_8).replace(from, to);
                    content = xml.replaceFirst("\\?>", "?>" + prolog).getBytes(StandardCharsets.UTF_8);
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(content);
            }
        }
        return out.toByteArray();
    }
}
