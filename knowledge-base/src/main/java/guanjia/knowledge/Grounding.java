package guanjia.knowledge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether words stand on passages: every number, time, price, telephone number and address of a page in them must stand in a passage,
 * written with figures or with words. Strict: a converted time counts as invented.
 */
final class Grounding {
    private static final Pattern URL = Pattern.compile(
            "(?:https?://|www\\.)[^\\s,。;、))]+|\\b[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|cn|net|org|hk|io)\\b[^\\s,。;、))]*");
    private static final Pattern PHONE = Pattern.compile("\\d(?:[\\s-]?\\d){6,}");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.:,]\\d+)*");
    private static final Pattern CHINESE_NUMBER = Pattern.compile(
            "[零〇一二两三四五六七八九十百千万]+(?=\\s*(?:个|元|块|天|日|月|年|周|小时|分钟|点|时|次|层|楼|号|人|辆|张|倍|折|成|米|平|公斤|度|岁|期|户|工作日|%))");
    private static final Pattern ENGLISH_NUMBER = Pattern.compile(
            "\\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand)\\b");
    private static final List<String> ENGLISH = List.of(
            "two 2",
            "three 3",
            "four 4",
            "five 5",
            "six 6",
            "seven 7",
            "eight 8",
            "nine 9",
            "ten 10",
            "eleven 11",
            "twelve 12",
            "fifteen 15",
            "twenty 20",
            "thirty 30",
            "forty 40",
            "fifty 50",
            "sixty 60",
            "ninety 90",
            "hundred 100",
            "thousand 1000");
    private static final Map<String, String> FIGURE_OF_WORD =
            ENGLISH.stream().map(pair -> pair.split(" ")).collect(Collectors.toUnmodifiableMap(p -> p[0], p -> p[1]));

    private Grounding() {}

    /** @param passages the cited sections with their headings */
    static boolean stands(String words, List<String> passages) {
        String ground = plain(String.join("\n", passages));
        String said = plain(words);
        return all(URL, said).allMatch(ground::contains)
                && all(PHONE, said).map(Grounding::digits).allMatch(squeezed(ground)::contains)
                && figures(ground).containsAll(figures(said));
    }

    /** Whether a quote stands in a passage, spaces and width of characters aside. */
    static boolean quotes(String quote, String passage) {
        String words = plain(quote).replaceAll("\\s", "");
        return words.length() >= 2 && plain(passage).replaceAll("\\s", "").contains(words);
    }

    static Set<String> figures(String plain) {
        String noUrls = URL.matcher(plain).replaceAll(" ");
        Set<String> figures = new HashSet<>();
        all(NUMBER, noUrls).map(Grounding::number).forEach(figures::add);
        all(CHINESE_NUMBER, noUrls).map(word -> String.valueOf(value(word))).forEach(figures::add);
        all(ENGLISH_NUMBER, noUrls)
                .map(word -> FIGURE_OF_WORD.getOrDefault(word, word))
                .forEach(figures::add);
        return figures;
    }

    private static Stream<String> all(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(found -> found.group());
    }

    private static String plain(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[–—‑−]", "-");
    }

    /** "09:00" as "9:00", "3.20" as "3.2", "1,000" as "1000". */
    private static String number(String written) {
        String plain = written.replaceAll(",(?=\\d{3}(?!\\d))", "").replaceFirst("^0+(?=\\d)", "");
        return plain.matches("\\d+\\.\\d+") ? plain.replaceFirst("0+$", "").replaceFirst("\\.$", "") : plain;
    }

    private static String squeezed(String text) {
        return text.replaceAll("(?<=\\d)[\\s-](?=\\d)", "");
    }

    private static String digits(String written) {
        return written.replaceAll("\\D", "");
    }

    /** The value of a Chinese numeral below 100 million: 十五 is 15, 两百三十 is 230. */
    static long value(String numeral) {
        Map<Character, Integer> units = Map.of('十', 10, '百', 100, '千', 1000);
        Map<Character, Integer> digits = new HashMap<>(Map.of('零', 0, '〇', 0, '两', 2));
        String order = "一二三四五六七八九";
        for (int i = 0; i < order.length(); i++) {
            digits.put(order.charAt(i), i + 1);
        }
        long total = 0;
        long part = 0;
        long digit = 0;
        for (char each : numeral.toCharArray()) {
            if (each == '万') {
                total = (part + digit) * 10_000;
                part = 0;
                digit = 0;
            } else if (units.containsKey(each)) {
                part += Math.max(digit, 1) * units.getOrDefault(each, 1);
                digit = 0;
            } else {
                digit = digits.getOrDefault(each, 0);
            }
        }
        return total + part + digit;
    }
}
