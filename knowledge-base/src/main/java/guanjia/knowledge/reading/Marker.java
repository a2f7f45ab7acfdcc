package guanjia.knowledge.reading;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number in front of a heading or list item: 第一章, 一、, (一), 1., 1.1, (1), ①, A、.
 *
 * @param kind its form
 * @param series what members of one series share beside the kind: the prefix of {@code 1.1}, empty otherwise
 * @param number its place in the series, from 1
 * @param written the mark itself
 * @param rest what follows it
 */
record Marker(Kind kind, String series, int number, String written, String rest) {
    private static final String CHINESE = "[一二三四五六七八九十]{1,3}";

    /** The forms, each with a pattern that captures its number. */
    enum Kind {
        CHAPTER("第\\s*(" + CHINESE + "|\\d{1,2})\\s*[章篇编編]"),
        PART("第\\s*(" + CHINESE + "|\\d{1,2})\\s*(?:部分|节|節)"),
        ARTICLE("第\\s*(" + CHINESE + "|\\d{1,3})\\s*(?:条|條|步)"),
        CHINESE_COMMA("(" + CHINESE + ")[、..]"),
        CHINESE_BRACKET("[((](" + CHINESE + ")[))][、.]?"),
        DECIMAL("(\\d{1,2}(?:\\.\\d{1,2}){1,3})(?![\\d.]|\\s*[%%元米万平折倍度秒分吨])[))、.]?"),
        ARABIC("(\\d{1,2})(?:[、.]|[..](?![\\d]))"),
        ARABIC_BRACKET("(?:[((](\\d{1,2})[))]|(?<![\\d.])(\\d{1,2})[))]|([①-⑳]))"),
        LETTER("([A-Z])(?:、|[..](?![A-Za-z]))");

        private final Pattern form;

        Kind(String form) {
            this.form = Pattern.compile(form);
        }
    }

    static Optional<Marker> at(String line) {
        return at(line, 0);
    }

    /** The mark that begins exactly at this place. */
    static Optional<Marker> at(String line, int begin) {
        for (Kind kind : Kind.values()) {
            Matcher form = kind.form.matcher(line).useTransparentBounds(true).region(begin, line.length());
            if (form.lookingAt()) {
                Optional<Marker> marker = read(kind, form, line);
                if (marker.isPresent()) {
                    return marker;
                }
            }
        }
        return Optional.empty();
    }

    /** A new item begins here, so the line before it is over. */
    static boolean startsWithOne(String line) {
        return at(line).isPresent() || isBullet(line);
    }

    static boolean isBullet(String line) {
        return line.matches("[•●■◆▪·*★※◇○\\-–—][\\s\\S]*");
    }

    boolean isSameSeries(Marker other) {
        return kind == other.kind && series.equals(other.series);
    }

    private static Optional<Marker> read(Kind kind, Matcher form, String line) {
        String digits = digits(form);
        int dot = kind == Kind.DECIMAL ? digits.lastIndexOf('.') + 1 : 0;
        OptionalInt number = number(digits.substring(dot));
        if (number.isEmpty() || number.getAsInt() == 0) {
            return Optional.empty();
        }
        String rest = line.substring(form.end()).replaceFirst("^[\\s、.::]+", "");
        return Optional.of(new Marker(kind, digits.substring(0, dot), number.getAsInt(), form.group(), rest));
    }

    private static String digits(Matcher form) {
        for (int group = 1; group < form.groupCount(); group++) {
            if (form.group(group) != null) {
                return form.group(group);
            }
        }
        return String.valueOf(form.group(form.groupCount()));
    }

    private static OptionalInt number(String digits) {
        char first = digits.charAt(0);
        if (first >= '①' && first <= '⑳') {
            return OptionalInt.of(first - '①' + 1);
        }
        return first >= 'A' && first <= 'Z' ? OptionalInt.of(first - 'A' + 1) : ChineseNumbers.read(digits);
    }
}
