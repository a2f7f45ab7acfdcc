package guanjia.knowledge.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a document says about itself before its text: {@code title}, {@code updated}, {@code audience}.
 *
 * @param fields by key in lower case
 * @param rest the text after it
 */
record FrontMatter(Map<String, String> fields, String rest) {
    private static final Pattern BLOCK =
            Pattern.compile("\\A\\s*---[ \\t]*\\R(.{0,4000}?)\\R?(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);
    private static final Pattern DAY = Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})");

    /** Splits the front matter off; without one the whole text is the rest. */
    static FrontMatter of(String text) {
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            return new FrontMatter(Map.of(), text);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> lines = block.group(1).lines().toList();
        lines.stream()
                .map(line -> line.split("[::]", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> fields.put(pair[0].strip().toLowerCase(Locale.ROOT), unquoted(pair[1])));
        boolean onlyFields = lines.stream()
                .allMatch(line -> line.isBlank() || line.startsWith("#") || line.contains(":") || line.contains(":"));
        return onlyFields ? new FrontMatter(fields, text.substring(block.end())) : new FrontMatter(Map.of(), text);
    }

    /** Hands the known fields over; a date that can't be read is a warning. */
    void describe(Outline outline) {
        field("title").ifPresent(outline::title);
        field("audience").ifPresent(outline::audience);
        field("updated").ifPresent(written -> day(written)
                .ifPresentOrElse(outline::updated, () -> outline.warn("updated-unreadable")));
    }

    /** A day as people write it: 2026-11-25, 2026/11/25, 2026年11月25日. */
    static Optional<LocalDate> day(String written) {
        Matcher day = DAY.matcher(written);
        try {
            return day.find()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3))))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private Optional<String> field(String key) {
        return Optional.ofNullable(fields.get(key)).filter(value -> !value.isBlank());
    }

    private static String unquoted(String value) {
        return value.strip().replaceAll("^([\"'])(.*)\\1$", "$2");
    }
}
