package guanjia.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Danger, person, private data, notice, request, talk, handbook: in this order. */
final class Answering implements KnowledgeBase {
    private static final int SUGGESTIONS = 3;

    private final Snapshots snapshots;
    private final StandardReadings readings;
    private final NoticeBoard board;
    private final Finding finding;
    private final Wordsmith wordsmith;
    private final Unanswered unanswered;

    Answering(
            Snapshots snapshots,
            StandardReadings readings,
            NoticeBoard board,
            Finding finding,
            Wordsmith wordsmith,
            Unanswered unanswered) {
        this.snapshots = snapshots;
        this.readings = readings;
        this.board = board;
        this.finding = finding;
        this.wordsmith = wordsmith;
        this.unanswered = unanswered;
    }

    @Override
    public Answer answer(Question question) {
        return answer(question, Optional.empty());
    }

    @Override
    public Answer answer(Question question, Consumer<String> soFar) {
        return answer(question, Optional.of(soFar));
    }

    private Answer answer(Question question, Optional<Consumer<String>> watcher) {
        Snapshot snapshot = snapshots.of(question.estate());
        Optional<Emergency> emergency = readings.emergency(question.text());
        if (emergency.isPresent()) {
            return urgent(question, emergency.get(), snapshot);
        }
        Index index = snapshot.readableBy(question.audience());
        Asked asked = snapshot.terms().read(question.text(), index);
        if (asked.normal().isBlank()) {
            return Answer.notFound(0, List.of()); // invisible characters: no word to look for
        }
        return readings.first(asked.normal())
                .map(Answer::of)
                .or(() -> board.about(asked.normal(), question, snapshot.notices())
                        .map(notice -> NoticeBoard.answer(notice, question)))
                .or(() -> readings.then(asked.normal()).map(Answer::of))
                .orElseGet(() -> fromHandbook(question, asked, index, watcher));
    }

    private Answer urgent(Question question, Emergency emergency, Snapshot snapshot) {
        Index index = snapshot.readableBy(question.audience());
        return finding.instruction(emergency, index)
                .map(section -> {
                    String text = finding.extract(section, emergency.sign(), question.longest(), index);
                    Citation citation = section.entry().cited(Extract.quote(text));
                    return Answer.of(emergency, Extract.readable(text), List.of(citation));
                })
                .orElseGet(() -> Answer.of(emergency, "", List.of()));
    }

    private Answer fromHandbook(Question question, Asked asked, Index index, Optional<Consumer<String>> watcher) {
        List<Finding.Result> results = finding.find(asked, index);
        List<Finding.Result> good =
                results.stream().filter(Finding.Result::answers).toList();
        Optional<Answer> worded = wordsmith.word(question, asked, results, watcher);
        if (worded.isPresent()) {
            return worded.get();
        }
        if (good.isEmpty()) {
            unanswered.note(question, asked, results.getFirst().found());
            return Answer.notFound(confidence(results), suggestions(results, question.language()));
        }
        return extract(question, good, index);
    }

    private Answer extract(Question question, List<Finding.Result> good, Index index) {
        int room = good.size() > 1 && question.longest() < Question.SCREEN
                ? question.longest() * 2 / 3
                : question.longest();
        LinkedHashSet<Indexed> sections = new LinkedHashSet<>();
        good.forEach(result -> sections.add(result.section()));
        List<String> texts = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        for (Indexed section : sections) {
            String words = good.stream()
                    .filter(result -> result.section().equals(section))
                    .map(Finding.Result::words)
                    .reduce("", (a, b) -> a + " " + b);
            String text = finding.extract(section, words.strip(), room, index);
            texts.add(Extract.readable(text));
            citations.add(section.entry().cited(Extract.quote(text)));
        }
        return Answer.found(String.join("\n\n", texts), confidence(good), citations, Answer.Wording.EXTRACT);
    }

    private static double confidence(List<Finding.Result> results) {
        return results.stream().mapToDouble(Finding.Result::confidence).min().orElse(0);
    }

    private static List<String> suggestions(List<Finding.Result> results, Locale language) {
        return results.stream()
                .flatMap(result -> result.found().hits().stream().limit(2 * SUGGESTIONS))
                .map(hit -> hit.entry().section().named(language))
                .distinct()
                .limit(SUGGESTIONS)
                .toList();
    }
}
