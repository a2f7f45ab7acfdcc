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
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One question of an evaluation file with what is right for it.
 *
 * @param language zh-Hans, zh-Hant, en or mixed
 * @param kind what is tried, e.g. simple, near-miss, far, adversarial
 * @param expect the right outcome; asking for others' data is NOT_FOUND with that intent, as over the REST API
 * @param sections "handbook / heading / heading" of each section that answers
 * @param needs groups of them, of each of which an answer cites one; empty when any one section will do
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
        List<List<String>> needs,
        List<String> facts,
        String intent) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIGURE = "\\d";
    private static final String NUMERAL = "[一二两三四五六七八九十百千]";

    static List<Trial> file(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(Trial::of)
                .toList();
    }

    private static Trial of(String line) {
        try {
            JsonNode read = JSON.readTree(line);
            String intent = read.path("intent").asText("");
            return new Trial(
                    read.path("id").asText(),
                    read.path("estate").asText(),
                    read.path("language").asText(),
                    read.path("kind").asText(),
                    read.path("question").asText(),
                    intent.equals(Intent.PRIVATE_DATA.name())
                            ? Outcome.NOT_FOUND
                            : Outcome.valueOf(read.path("outcome").asText()),
                    each(read.path("gold"), Trial::place),
                    each(read.path("needs"), group -> each(group, Trial::place)),
                    each(read.path("facts"), JsonNode::asText),
                    intent.equals("null") ? "" : intent);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a question in JSON: " + line, e);
        }
    }

    private static String place(JsonNode gold) {
        return gold.path("handbook").asText() + " / " + gold.path("section").asText();
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
        return StreamSupport.stream(array.spliterator(), false).map(read).toList();
    }

    boolean isAnswerable() {
        return expect == Outcome.ANSWERED;
    }

    /** Whether all facts stand in the text, spaces, width and kind of dashes aside; a figure only whole: no "20" in "120". */
    boolean holdsAllFacts(String text) {
        String plain = plain(text);
        return facts.stream().allMatch(fact -> Stream.of(fact.split("\\|"))
                .anyMatch(alternative -> whole(alternative).matcher(plain).find()));
    }

    private static Pattern whole(String fact) {
        String squeezed = squeezed(fact);
        String letters = squeezed.codePoints()
                .mapToObj(letter -> Pattern.quote(Character.toString(letter)))
                .collect(Collectors.joining("\\s*"));
        String begin = begins(squeezed, FIGURE)
                ? "(?<!\\d)(?<!\\d[.,])"
                : begins(squeezed, NUMERAL) ? "(?<!" + NUMERAL + ")" : "";
        String end = squeezed.matches("(?s).*\\d") ? "(?!\\d|[.,]\\d)" : "";
        return Pattern.compile(begin + letters + end);
    }

    private static boolean begins(String text, String letter) {
        return text.matches("(?s)" + letter + ".*");
    }

    boolean cites(String place) {
        return among(sections, place);
    }

    /** Whether these places hold all that is needed. */
    boolean suffice(List<String> places) {
        return needs.isEmpty()
                ? places.stream().anyMatch(this::cites)
                : needs.stream().allMatch(group -> places.stream().anyMatch(place -> among(group, place)));
    }

    private static boolean among(List<String> sections, String place) {
        return sections.stream().anyMatch(section -> squeezed(section).equals(squeezed(place)));
    }

    private static String squeezed(String text) {
        return plain(text).replaceAll("\\s", "");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[–—−~-]", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether it asks for what must not be told. */
    boolean isPrivate() {
        return intent.equals(Intent.PRIVATE_DATA.name());
    }
}
