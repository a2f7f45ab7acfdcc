package guanjia.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * One question of an evaluation file with what is right for it.
 *
 * @param language zh-Hans, zh-Hant, en or mixed
 * @param kind what is tried, e.g. simple, near-miss, far, adversarial
 * @param expect ANSWERED, NOT_FOUND, REQUEST or EMERGENCY
 * @param sections "handbook / heading / heading" of each section that is needed; any order
 * @param facts what a right answer holds; alternatives of one fact divided by {@code |}
 * @param intent the right intent, or empty
 */
record Trial(
        String id,
        String estate,
        String language,
        String kind,
        String question,
        Outcome expect,
        List<String> sections,
        List<String> facts,
        String intent) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Trial> file(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(Trial::of)
                .toList();
    }

    private static Trial of(String line) {
        try {
            JsonNode read = JSON.readTree(line);
            return new Trial(
                    read.path("id").asText(),
                    read.path("estate").asText(),
                    read.path("language").asText(),
                    read.path("kind").asText(),
                    read.path("question").asText(),
                    Outcome.valueOf(read.path("expect").asText().toUpperCase(Locale.ROOT)),
                    texts(read.path("sections")),
                    texts(read.path("facts")),
                    read.path("intent").asText(""));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a question in JSON: " + line, e);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    boolean isAnswerable() {
        return expect == Outcome.ANSWERED;
    }

    /** Whether all facts stand in the text, spaces, width and kind of dashes aside. */
    boolean holdsAllFacts(String text) {
        String squeezed = squeezed(text);
        return facts.stream().allMatch(fact -> List.of(fact.split("\\|")).stream()
                .anyMatch(alternative -> squeezed.contains(squeezed(alternative))));
    }

    boolean cites(String place) {
        return sections.stream().anyMatch(section -> squeezed(section).equals(squeezed(place)));
    }

    private static String squeezed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[–—−~-]", "-")
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }
}
