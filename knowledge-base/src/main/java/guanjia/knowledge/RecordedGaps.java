package guanjia.knowledge;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes unanswered questions in the background by one thread: an answer never waits for a report. Under a flood what doesn't fit the queue
 * is counted and left out.
 */
final class RecordedGaps implements Gaps, Unanswered, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedGaps.class);
    private static final int QUEUE = 500;

    private final StoredGaps stored;
    private final StoredWords words;
    private final Embedder embedder;
    private final AtomicLong left = new AtomicLong();
    private final ExecutorService worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().daemon().name("knowledge-gaps").factory(),
            (task, pool) -> LOG.warn(
                    "More unanswered questions than can be noted; {} left out of the report so far",
                    left.incrementAndGet()));

    RecordedGaps(StoredGaps stored, StoredWords words, Embedder embedder) {
        this.stored = stored;
        this.words = words;
        this.embedder = embedder;
    }

    @Override
    public void note(Question question, Asked asked, Found nearest) {
        worker.execute(() -> store(question, asked, nearest));
    }

    private void store(Question question, Asked asked, Found nearest) {
        try {
            String masked = Masking.masked(question.text()).strip();
            String near = nearest.titles(1).stream().findFirst().orElse("");
            stored.add(question.estate(), masked, embedder.imported(Normaliser.plain(masked)), near, question.at());
            asked.unmatched().stream()
                    .filter(word -> Masking.masked(word).equals(word))
                    .forEach(word -> words.count(question.estate(), word, question.at()));
        } catch (RuntimeException e) {
            LOG.warn("An unanswered question of estate {} couldn't be noted for the report", question.estate(), e);
        }
    }

    @Override
    public List<Gap> newest(String estate, int limit) {
        return stored.newest(estate, limit);
    }

    @Override
    public boolean resolve(String estate, String id) {
        return stored.resolve(estate, id);
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
