package guanjia.conversations;

import guanjia.dialogue.Heard;
import guanjia.dialogue.Option;
import guanjia.dialogue.Pending;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the option that words mean: its number, its label, a part that only one label has, or yes and no. Thread-safe. */
final class OptionReader {
    private static final Pattern NUMBER =
            Pattern.compile("(?:第|no |option |选|选第)?\\s*([0-9]{1,2}|[一二三四五六七八九十])\\s*(?:个|项|号|条)?");
    private static final List<String> DIGITS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十");
    private static final Map<String, Integer> ORDINALS = Map.of(
            "first",
            1,
            "the first",
            1,
            "the first one",
            1,
            "second",
            2,
            "the second",
            2,
            "the second one",
            2,
            "third",
            3,
            "the third",
            3);

    /** A part of a label this short would be chance. */
    private static final int SHORTEST_PART = 2;

    private final Phrases phrases;

    OptionReader(Phrases phrases) {
        this.phrases = phrases;
    }

    Optional<Heard> read(Typed typed, Pending pending, Voice voice) {
        Map<Option, String> labels = new LinkedHashMap<>();
        pending.options().forEach(option -> labels.put(option, Phrases.plain(voice.words(option.label()))));
        String said = typed.plain();
        return byLabel(said, labels)
                .or(() -> byYesOrNo(typed, pending))
                .or(() -> byNumber(said, pending))
                .or(() -> byPart(said, labels))
                .map(option -> Heard.Filled.of(pending.question(), option.code()));
    }

    private static Optional<Option> byLabel(String said, Map<Option, String> labels) {
        return labels.keySet().stream()
                .filter(option -> said.equals(labels.get(option)))
                .findFirst();
    }

    private Optional<Option> byYesOrNo(Typed typed, Pending pending) {
        if (phrases.isYes(typed)) {
            return withCode("yes", pending);
        }
        return phrases.isNo(typed) ? withCode("no", pending) : Optional.empty();
    }

    private static Optional<Option> withCode(String code, Pending pending) {
        return pending.options().stream()
                .filter(option -> option.code().equals(code))
                .findFirst();
    }

    private static Optional<Option> byNumber(String said, Pending pending) {
        return number(said).filter(n -> n >= 1 && n <= pending.options().size()).map(n -> pending.options()
                .get(n - 1));
    }

    /** The number that the words are. @param said plain */
    static Optional<Integer> number(String said) {
        Integer ordinal = ORDINALS.get(said);
        if (ordinal != null) {
            return Optional.of(ordinal);
        }
        Matcher match = NUMBER.matcher(said);
        if (!match.matches()) {
            return Optional.empty();
        }
        String digits = match.group(1);
        return Optional.of(DIGITS.contains(digits) ? DIGITS.indexOf(digits) + 1 : Integer.parseInt(digits));
    }

    private static Optional<Option> byPart(String said, Map<Option, String> labels) {
        if (said.length() < SHORTEST_PART) {
            return Optional.empty();
        }
        List<Option> alike = labels.entrySet().stream()
                .filter(option -> option.getValue().contains(said))
                .map(Map.Entry::getKey)
                .toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }
}
