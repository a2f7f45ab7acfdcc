package guanjia.conversations;

import guanjia.knowledge.ChineseScript;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows the fixed words for wishes, yes and no. A message counts only as a whole, so that no question is mistaken for a wish. */
final class Phrases {
    private static final Pattern QUESTION_MARKS = Pattern.compile("\\?+");
    private static final Pattern MARKS = Pattern.compile("[\\p{Punct}\\p{IsPunctuation}\\p{So}&&[^']]+");
    private static final Pattern SPACE_BESIDE_HAN = Pattern.compile("(?<=\\p{IsHan})\\s+|\\s+(?=\\p{IsHan})");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Map<String, Phrase> wishes = new HashMap<>();
    private final Set<String> yes;
    private final Set<String> no;
    private final List<String> before;
    private final List<String> after;

    private Phrases(Properties file) {
        Map<Phrase, Set<String>> all = new EnumMap<>(Phrase.class);
        for (Phrase phrase : Phrase.values()) {
            all.put(phrase, words(file, phrase.name()));
        }
        all.forEach((phrase, words) -> words.forEach(word -> wishes.putIfAbsent(word, phrase)));
        yes = words(file, "YES");
        no = words(file, "NO");
        before = longestFirst(words(file, "polite.before"));
        after = longestFirst(words(file, "polite.after"));
    }

    static Phrases load() {
        Properties file = new Properties();
        try (var stream = Phrases.class.getResourceAsStream("phrases.properties")) {
            if (stream == null) {
                throw new IllegalStateException("phrases.properties is missing in the jar");
            }
            file.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Phrases(file);
    }

    /** The wish that a whole message is, polite words aside. */
    Optional<Phrase> wish(Typed message) {
        Optional<Phrase> exact = Optional.ofNullable(wishes.get(message.plain()));
        return exact.isPresent() ? exact : Optional.ofNullable(wishes.get(withoutPoliteness(message.plain())));
    }

    boolean isYes(Typed message) {
        return yes.contains(message.plain());
    }

    boolean isNo(Typed message) {
        return no.contains(message.plain());
    }

    /** For comparing: one width and script, lower case, no punctuation, no spaces beside Chinese characters. */
    static String plain(String text) {
        String simple = ChineseScript.simplified(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT)
                .strip();
        if (QUESTION_MARKS.matcher(simple).matches()) {
            return "?";
        }
        String words = MARKS.matcher(simple).replaceAll(" ");
        String joined = SPACE_BESIDE_HAN.matcher(words).replaceAll("");
        return SPACES.matcher(joined).replaceAll(" ").strip();
    }

    private String withoutPoliteness(String plain) {
        String rest = plain;
        for (String word : before) {
            if (rest.startsWith(word) && rest.length() > word.length()) {
                rest = rest.substring(word.length()).strip();
                break;
            }
        }
        for (String word : after) {
            if (rest.endsWith(word) && rest.length() > word.length()) {
                return rest.substring(0, rest.length() - word.length()).strip();
            }
        }
        return rest;
    }

    private static Set<String> words(Properties file, String key) {
        return Arrays.stream(file.getProperty(key).split("\\|"))
                .map(Phrases::plain)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> longestFirst(Set<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
