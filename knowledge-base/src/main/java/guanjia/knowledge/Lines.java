package guanjia.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The language files of this package: {@code key: value, value}, one a line; {@code #} begins a comment line; keys may come again and
 * then add values.
 */
final class Lines {
    private static final String ROOT = "/guanjia/knowledge/";

    private Lines() {}

    /** Key → values, split at commas, in the order of the file. */
    static Map<String, List<String>> lists(String file) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        meaningful(file).forEach(line -> {
            int colon = line.indexOf(": ");
            String key = line.substring(0, colon).strip();
            List<String> values = Stream.of(line.substring(colon + 2).split("[,,]"))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
            read.merge(
                    key, values, (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        });
        return read;
    }

    /** Key → the rest of the line; several lines of one key joined by {@code |}, as for alternatives of a pattern. */
    static Map<String, String> patterns(String file) {
        Map<String, String> read = new LinkedHashMap<>();
        meaningful(file).forEach(line -> {
            int colon = line.indexOf(": ");
            read.merge(
                    line.substring(0, colon).strip(), line.substring(colon + 2).strip(), (a, b) -> a + "|" + b);
        });
        return read;
    }

    /** Key and the rest of the line, of each line, in the order of the file. */
    static Stream<Map.Entry<String, String>> pairs(String file) {
        return meaningful(file).map(line -> {
            int colon = line.indexOf(": ");
            return Map.entry(
                    line.substring(0, colon).strip(), line.substring(colon + 2).strip());
        });
    }

    /** Key → the rest of each of its lines, normalised, of all files. */
    static Map<String, List<String>> sentences(List<String> files, Normaliser normaliser) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        files.stream().flatMap(Lines::pairs).forEach(each -> read.computeIfAbsent(
                        each.getKey(), key -> new ArrayList<>())
                .add(normaliser.normal(each.getValue())));
        return read;
    }

    /** The whole file. */
    static String text(String file) {
        try (InputStream in = Lines.class.getResourceAsStream(ROOT + file)) {
            if (in == null) {
                throw new IllegalStateException("The file " + ROOT + file + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> meaningful(String file) {
        return text("language/" + file).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }
}
