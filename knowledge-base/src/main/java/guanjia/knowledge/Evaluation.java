package guanjia.knowledge;

import guanjia.knowledge.reading.UnreadableHandbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs questions over handbook files of a folder, one sub-folder an estate, without any store. */
final class Evaluation {
    private static final Instant ASKED = Instant.parse("2026-11-25T02:00:00Z");

    private final Map<String, Snapshot> snapshots = new HashMap<>();
    private final Finding finding;
    private final Answering answering;

    Evaluation(Path handbooks, KnowledgeSettings settings, Embedder embedder) throws IOException, UnreadableHandbook {
        Vectors vectors = new Vectors(ShippedVectors.standard(), VectorStore.NONE, embedder);
        Normaliser normaliser = Normaliser.standard();
        HandbookFolder.estates(handbooks, ASKED).forEach((estate, entries) -> {
            Terms terms = Terms.of(normaliser, Map.of());
            snapshots.put(estate, new Snapshot(1, terms, List.of(), Indexed.all(entries, vectors)));
        });
        StandardReadings readings = StandardReadings.standard(normaliser, vectors, embedder);
        this.finding = new Finding(embedder, settings.search(), settings.abstention());
        this.answering = new Answering(
                this::snapshot,
                readings,
                NoticeBoard.standard(),
                finding,
                Wordsmith.NONE,
                (question, asked, nearest) -> {});
    }

    List<Tried> run(List<Trial> trials) {
        return trials.stream().map(this::tried).toList();
    }

    private Tried tried(Trial trial) {
        Question question = new Question(
                trial.estate(),
                Optional.empty(),
                Audience.EVERYBODY,
                trial.question(),
                Locale.forLanguageTag("zh-Hans"),
                ASKED,
                Question.SCREEN);
        long before = System.nanoTime();
        Answer answer = answering.answer(question);
        long nanos = System.nanoTime() - before;
        Snapshot snapshot = snapshot(trial.estate());
        Index index = snapshot.readableBy(Audience.EVERYBODY);
        Asked asked = snapshot.terms().read(trial.question(), index);
        List<Finding.Result> results = finding.find(asked, index);
        Finding.Result first = results.getFirst();
        List<String> places = results.size() == 1
                ? places(first.found())
                : Stream.concat(
                                places(first.found()).stream().limit(1),
                                places(results.getLast().found()).stream())
                        .toList();
        return new Tried(trial, places, first.found(), first.fits(), answer, nanos);
    }

    private Snapshot snapshot(String estate) {
        return Optional.ofNullable(snapshots.get(estate))
                .orElseThrow(() -> new IllegalArgumentException("No handbooks of the estate " + estate));
    }

    private static List<String> places(Found found) {
        return found.hits().stream().map(hit -> Tried.place(hit.entry())).toList();
    }
}
