package guanjia.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseScriptTest {
    @Test
    void convertsWholeWordsAndNotOnlyCharacters() {
        assertThat(ChineseScript.simplified("後面的皇后在裡面,頭髮發光")).isEqualTo("后面的皇后在里面,头发发光");
        assertThat(ChineseScript.traditional("后面的皇后在里面,头发发光")).isEqualTo("後面的皇后在裏面,頭髮發光");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Tower 3, 8 pm", "𠮷野家 🏊 1-2801", "\ud83c"})
    void leavesOtherTextAsItIs(String text) {
        assertThat(ChineseScript.simplified(text)).isEqualTo(text);
        assertThat(ChineseScript.traditional(text)).isEqualTo(text);
    }

    @Test
    void cutsTheHandbooksAsTheLibraryDoes() throws IOException {
        for (String line : handbookLines()) {
            assertThat(ChineseScript.traditional(line)).isEqualTo(ZhConverterUtil.toTraditional(line));
            assertThat(ChineseScript.simplified(line)).isEqualTo(ZhConverterUtil.toSimple(line));
        }
    }

    private static List<String> handbookLines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/guanjia/knowledge/sample"))) {
            List<Path> handbooks =
                    files.filter(file -> file.toString().endsWith(".md")).toList();
            assertThat(handbooks).isNotEmpty();
            return handbooks.stream().flatMap(ChineseScriptTest::lines).toList();
        }
    }

    private static Stream<String> lines(Path handbook) {
        try {
            return Files.readAllLines(handbook).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
