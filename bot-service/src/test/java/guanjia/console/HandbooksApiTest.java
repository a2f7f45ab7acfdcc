package guanjia.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;

class HandbooksApiTest extends ApiTest {
    private static final String QUESTION = "{\"question\": \"健身房几点开门?\"}";

    private static byte[] gym(String opening) {
        return utf8("# 会所手册\n\n## 健身房开放时间\n\n健身房每天 " + opening + " 开门，22:00 关门。\n\n## 会议室租用\n\n会议室需要提前一天预约。\n");
    }

    @Test
    void publishesAHandbookThatTheNextQuestionIsAnsweredFrom() {
        String estate = newEstate();
        ask(estate).jsonPath("$.outcome").isEqualTo("NOT_FOUND");
        upload(system(), estate, "会所手册.md", gym("06:10"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .json("{\"title\": \"会所手册\", \"version\": 1, \"sections\": 2, \"warnings\": []}")
                .jsonPath("$.id")
                .isNotEmpty();
        ask(estate)
                .jsonPath("$.outcome")
                .isEqualTo("ANSWERED")
                .jsonPath("$.text")
                .value(text -> assertThat(String.valueOf(text)).contains("06:10"))
                .jsonPath("$.citations[0].handbook")
                .isEqualTo("会所手册")
                .jsonPath("$.citations[0].section")
                .isEqualTo("健身房开放时间")
                .jsonPath("$.citations[0].url")
                .value(url -> assertThat(String.valueOf(url)).contains("/handbook/" + estate + "/"));
    }

    @Test
    void aFileOfTheSameNameIsTheNextVersionAndNoAnswerComesFromBetween() throws Exception {
        String estate = newEstate();
        upload(system(), estate, "club.md", gym("06:10"));
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        AtomicBoolean asking = new AtomicBoolean(true);
        Thread asker = Thread.ofVirtual().start(() -> {
            while (asking.get()) {
                heard.add(answer(estate));
            }
        });
        for (int version = 2; version <= 4; version++) {
            upload(system(), estate, "club.md", gym("06:1" + version))
                    .expectStatus()
                    .isCreated()
                    .expectBody()
                    .jsonPath("$.version")
                    .isEqualTo(version);
            assertThat(answer(estate)).contains("06:1" + version);
        }
        asking.set(false);
        asker.join();
        assertThat(heard).isNotEmpty().allSatisfy(answer -> assertThat(answer).containsPattern("06:1[0234] 开门"));
    }

    @Test
    void showsWhatIsThereAndTakesItAway() {
        String estate = newEstate();
        upload(system(), estate, "club.txt", utf8("一、健身房开放时间\n健身房每天 06:10 开门。\n二、会议室\n会议室需要提前预约。\n"))
                .expectStatus()
                .isCreated();
        get(system(), "/api/v1/estates/" + estate + "/handbooks").expectBody().json("""
                [{"id": "club", "fileName": "club.txt", "version": 1, "audience": "EVERYBODY"}]""");
        get(system(), "/api/v1/estates/" + estate + "/handbooks/club")
                .expectBody()
                .jsonPath("$.contents[0].title")
                .value(title -> assertThat(String.valueOf(title)).contains("健身房开放时间"));
        system().delete()
                .uri("/api/v1/estates/" + estate + "/handbooks/club")
                .exchange()
                .expectStatus()
                .isNoContent();
        ask(estate).jsonPath("$.outcome").isEqualTo("NOT_FOUND");
        get(system(), "/api/v1/estates/" + estate + "/handbooks/club")
                .expectStatus()
                .isNotFound();
        system().delete()
                .uri("/api/v1/estates/" + estate + "/handbooks/club")
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(audited(estate).getFirst().what()).isEqualTo("handbook.deleted");
    }

    @Test
    void readsEveryFormat() throws IOException {
        String estate = newEstate();
        upload(
                        system(),
                        estate,
                        "a.html",
                        utf8("<h1>House</h1><h2>Gym</h2><p>Opens at 6.</p><script>alert(1)</script>"))
                .expectStatus()
                .isCreated();
        upload(system(), estate, "b.pdf", pdf("Gym hours: the gym opens at six in the morning."))
                .expectStatus()
                .isCreated();
        upload(system(), estate, "c.docx", word("健身房", "健身房每天 06:10 开门。"))
                .expectStatus()
                .isCreated();
        get(system(), "/api/v1/estates/" + estate + "/handbooks")
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(3);
    }

    static Stream<Arguments> unreadable() throws IOException {
        return Stream.of(
                Arguments.of("program.exe", utf8("MZ"), 415, "handbook-unknown-format"),
                Arguments.of("old.doc", utf8("x"), 415, "handbook-unknown-format"),
                Arguments.of("empty.md", new byte[0], 422, "handbook-empty"),
                Arguments.of("scanned.pdf", scan(), 422, "handbook-scanned"),
                Arguments.of("broken.pdf", utf8("%PDF-1.7 cut"), 422, "handbook-broken"),
                Arguments.of("broken.docx", utf8("PK no zip"), 422, "handbook-broken"),
                Arguments.of("bomb.docx", bomb(), 413, "handbook-too-large"),
                Arguments.of(
                        "picture.txt",
                        new byte[] {(byte) 0xff, (byte) 0xff, 0, 1, (byte) 0xfe},
                        422,
                        "handbook-not-text"),
                Arguments.of("huge.md", new byte[20 * 1024 * 1024 + 1], 413, "handbook-too-large"),
                Arguments.of("enormous.md", new byte[25 * 1024 * 1024], 413, "too-large"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void refusesWhatCannotBecomeAHandbookAndKeepsWhatIsInForce(String name, byte[] content, int status, String code) {
        upload(system(), "yihe", name, content)
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.detail")
                .isNotEmpty();
    }

    @Test
    void tellsWhyInTheReadersLanguage() throws IOException {
        byte[] scanned = scan();
        List.of(";=no", "en", "zh-HK,en;q=0.5", "fr, en;q=0.2").forEach(wanted -> {
            String words = wanted.startsWith("zh") ? "這份 PDF" : wanted.contains("=no") ? "这份 PDF" : "This PDF";
            upload(system().mutate().defaultHeader("Accept-Language", wanted).build(), "yihe", "s.pdf", scanned)
                    .expectBody()
                    .jsonPath("$.detail")
                    .value(detail -> assertThat(String.valueOf(detail)).startsWith(words));
        });
    }

    @Test
    void aFormWithoutAFileIsToldWhatIsMissing() {
        system().post()
                .uri("/api/v1/estates/yihe/handbooks")
                .contentType(MediaType.parseMediaType("multipart/form-data; boundary=x"))
                .bodyValue(utf8("--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n1\r\n--x--\r\n"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("file-missing");
        system().post()
                .uri("/api/v1/estates/yihe/handbooks")
                .contentType(MediaType.parseMediaType("multipart/form-data; boundary=x"))
                .bodyValue(utf8("no form at all"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isNotEmpty();
    }

    @Test
    void onlyManagersPublish() {
        upload(staff("home-front"), "home", "x.md", gym("06:00")).expectStatus().isForbidden();
        upload(staff("home-manager"), "xinghui", "x.md", gym("06:00"))
                .expectStatus()
                .isNotFound();
        get(staff("home-tech"), "/api/v1/estates/home/handbooks").expectStatus().isOk();
    }

    private org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec ask(String estate) {
        return post(system(), "/api/v1/estates/" + estate + "/answers", QUESTION)
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private String answer(String estate) {
        return String.valueOf(post(system(), "/api/v1/estates/" + estate + "/answers", QUESTION)
                .returnResult(String.class)
                .getResponseBody()
                .blockFirst());
    }

    private static byte[] pdf(String text) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 720);
                content.showText(text);
                content.endText();
            }
            return saved(document);
        }
    }

    private static byte[] scan() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            BufferedImage picture = new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_GRAY);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 600, 800);
            }
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static byte[] word(String heading, String text) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            XWPFParagraph first = document.createParagraph();
            first.setStyle("Heading1");
            first.createRun().setText(heading);
            document.createParagraph().createRun().setText(text);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] nothing = new byte[1024 * 1024];
            for (int i = 0; i < 40; i++) {
                zip.write(nothing);
            }
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
