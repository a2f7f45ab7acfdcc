package guanjia.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the notice in force that a question is about, by shared subjects. Immutable. */
final class NoticeBoard {
    private final Map<String, List<String>> subjects;
    private final Pattern now;

    private NoticeBoard(Map<String, List<String>> subjects, Pattern now) {
        this.subjects = subjects;
        this.now = now;
    }

    static NoticeBoard standard() {
        Map<String, List<String>> subjects = Lines.lists("notices.txt");
        List<String> now = Optional.ofNullable(subjects.remove("now")).orElse(List.of());
        return new NoticeBoard(subjects, Pattern.compile(String.join(",", now)));
    }

    /** @param normal the question's normalised words */
    Optional<NoticeInForce> about(String normal, Question question, List<NoticeInForce> notices) {
        if (notices.isEmpty() || !now.matcher(normal).find()) {
            return Optional.empty();
        }
        return notices.stream()
                .filter(notice -> notice.concerns(question.building(), question.at()))
                .filter(sharesSubject(normal))
                .min(Comparator.comparing(NoticeInForce::to));
    }

    static Answer answer(NoticeInForce notice, Question question) {
        String text = text(notice, question);
        String hint =
                notice.safetyHint().isBlank() || text.contains(notice.safetyHint()) ? "" : "\n" + notice.safetyHint();
        Citation citation = new Citation(
                Citation.Source.NOTICE,
                notice.id(),
                notice.area(),
                List.of(notice.effect()),
                "",
                text,
                Optional.empty(),
                Audience.EVERYBODY);
        return Answer.found(text + hint, 1, List.of(citation), Answer.Wording.EXTRACT);
    }

    /** In the asker's language, else the same language in another script, else the first. */
    private static String text(NoticeInForce notice, Question question) {
        String tag = question.language().toLanguageTag();
        return Optional.ofNullable(notice.texts().get(tag))
                .or(() -> notice.texts().entrySet().stream()
                        .filter(text ->
                                text.getKey().startsWith(question.language().getLanguage()))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .orElseGet(() -> notice.texts().values().iterator().next());
    }

    private Predicate<NoticeInForce> sharesSubject(String normal) {
        return notice -> {
            String words = Normaliser.plain(Stream.concat(Stream.of(notice.effect()), notice.texts().values().stream())
                    .reduce("", (a, b) -> a + "\n" + b));
            return subjects.entrySet().stream().anyMatch(subject -> has(normal, subject) && has(words, subject));
        };
    }

    private static boolean has(String words, Map.Entry<String, List<String>> subject) {
        return words.contains(subject.getKey()) || subject.getValue().stream().anyMatch(words::contains);
    }
}
