package guanjia.knowledge.reading;

import static guanjia.knowledge.reading.Reading.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guanjia.knowledge.reading.UnreadableHandbook.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class HostileInputTest {
    private static final List<String> ENDINGS = List.of("md", "txt", "html", "pdf", "docx");
    private static final int ROUNDS = 60;

    @Test
    void randomBytesAreRefusedOrReadWhateverTheyClaimToBe() {
        Random random = new Random(20261125);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(4_000)];
            random.nextBytes(bytes);
            ENDINGS.forEach(ending -> readOrRefuse("a." + ending, bytes));
        }
    }

    @Test
    void damagedFilesAreRefusedOrRead() throws Exception {
        Random random = new Random(20261126);
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("一、停车");
            document.write(word);
        }
        byte[] pdf = new PdfSample().line(16, "停车").line(12, "月租三百元。").bytes();
        for (int round = 0; round < ROUNDS; round++) {
            readOrRefuse("a.docx", damaged(word.toByteArray(), random));
            readOrRefuse("a.pdf", damaged(pdf, random));
        }
    }

    @Test
    void textMadeOfMarksIsReadOrRefused() {
        Random random = new Random(20261127);
        String alphabet = "第一二章节条、.)(12①A#|-*> \n\t`<目录…:别名";
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder marks = new StringBuilder();
            random.ints(2_000, 0, alphabet.length()).forEach(at -> marks.append(alphabet.charAt(at)));
            byte[] bytes = marks.toString().getBytes(StandardCharsets.UTF_8);
            List.of("md", "txt", "html").forEach(ending -> readOrRefuse("a." + ending, bytes));
        }
    }

    @Test
    void deepNestingIsBounded() {
        int deep = 20_000;
        readOrRefuse("a.md", ("> ".repeat(deep) + "x").getBytes(StandardCharsets.UTF_8));
        readOrRefuse("a.md", ("[".repeat(deep) + "]".repeat(deep)).getBytes(StandardCharsets.UTF_8));
        readOrRefuse("a.html", ("<div><b>".repeat(deep) + "x").getBytes(StandardCharsets.UTF_8));
        readOrRefuse("a.html", ("<table><tr><td>".repeat(2_000) + "x").getBytes(StandardCharsets.UTF_8));
        String pdf = "%PDF-1.4\n1 0 obj\n" + "[".repeat(deep) + "\nendobj\ntrailer << /Root 1 0 R >>";
        readOrRefuse("a.pdf", pdf.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tooManySectionsAreRefused() {
        assertRefused(
                "a.md",
                "# x\ny\n".repeat(HandbookReaders.MAX_SECTIONS + 1).getBytes(StandardCharsets.UTF_8),
                Reason.TOO_MANY_SECTIONS);
    }

    @Test
    void aFileThatIsTooLargeEmptyOrOfAnotherKindIsRefusedByName() {
        assertRefused("a.md", new byte[HandbookReaders.MAX_BYTES + 1], Reason.TOO_LARGE);
        assertRefused("a.md", new byte[0], Reason.EMPTY);
        assertRefused("a.txt", " \n\t\n".getBytes(StandardCharsets.UTF_8), Reason.EMPTY);
        assertRefused("a.html", "<p> </p>".getBytes(StandardCharsets.UTF_8), Reason.EMPTY);
        assertRefused("a.exe", new byte[] {1}, Reason.UNKNOWN_FORMAT);
        assertRefused("a.docx", "plain".getBytes(StandardCharsets.UTF_8), Reason.BROKEN);
        assertRefused("a.pdf", "plain".getBytes(StandardCharsets.UTF_8), Reason.BROKEN);
    }

    @Test
    void aFileThatTakesTooLongIsGivenUp() {
        HandbookReaders hasty = new HandbookReaders(Duration.ofMillis(1));
        byte[] slow = "1.一2.二".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> hasty.read("a.txt", slow))
                .isInstanceOfSatisfying(UnreadableHandbook.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.TOO_SLOW));
    }

    @Test
    void everyReasonHasWordsInEveryLanguageAndACode() {
        for (Reason reason : Reason.values()) {
            assertThat(reason.code()).matches("handbook-[a-z-]+");
            assertThat(List.of("zh-Hans", "zh-Hant", "en").stream()
                            .map(tag -> reason.inWords(Locale.forLanguageTag(tag)))
                            .distinct())
                    .hasSize(3)
                    .noneMatch(String::isBlank);
        }
    }

    private static void readOrRefuse(String name, byte[] bytes) {
        try {
            assertThat(file(name, bytes).sections()).isNotEmpty();
        } catch (UnreadableHandbook refused) {
            assertThat(refused.reason()).isNotEqualTo(Reason.TOO_SLOW);
        }
    }

    private static byte[] damaged(byte[] content, Random random) {
        byte[] damaged = content.clone();
        for (int hit = 0; hit < 10; hit++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private static void assertRefused(String name, byte[] bytes, Reason reason) {
        assertThatThrownBy(() -> file(name, bytes))
                .isInstanceOfSatisfying(UnreadableHandbook.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }
}
