package guanjia.knowledge.reading;

import guanjia.knowledge.reading.UnreadableHandbook.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The way in: picks the reader for a file and bounds what it may cost. Thread-safe; blocks its caller while the file is read. At most two
 * files are read at a time, others wait their turn within the same time limit.
 */
public final class HandbookReaders {
    /** Largest file taken, in bytes: 20 MB, what Telegram lets a bot fetch, and far above any handbook of text. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    /** Most sections of one handbook; the largest rule books seen have some hundreds. */
    public static final int MAX_SECTIONS = 5_000;

    /** How long one file may take; large real PDFs need a few seconds. */
    public static final Duration TIME_LIMIT = Duration.ofSeconds(60);

    private static final int AT_ONCE = 2;
    private static final List<HandbookReader> READERS =
            List.of(new MarkdownReader(), new TextReader(), new HtmlReader(), new PdfReader(), new WordReader());

    private final Duration limit;
    private final ExecutorService threads = fewThreads();

    public HandbookReaders() {
        this(TIME_LIMIT);
    }

    /** With another time limit than the product's. */
    HandbookReaders(Duration limit) {
        this.limit = limit;
    }

    /**
     * Reads one uploaded file.
     *
     * @param fileName the name it was uploaded under; its ending says which format is meant
     * @param content the whole file; must not be changed meanwhile
     * @throws UnreadableHandbook when it can't become a handbook, whatever the bytes are
     */
    public ReadHandbook read(String fileName, byte[] content) throws UnreadableHandbook {
        HandbookFile file = new HandbookFile(fileName, content);
        HandbookReader reader = readerFor(file);
        Future<ReadHandbook> reading = threads.submit(() -> readWith(reader, file));
        try {
            return reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new UnreadableHandbook(Reason.TOO_SLOW, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableHandbook(Reason.TOO_SLOW, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnreadableHandbook refused
                    ? refused
                    : new UnreadableHandbook(Reason.BROKEN, e);
        } finally {
            reading.cancel(true);
        }
    }

    private static HandbookReader readerFor(HandbookFile file) throws UnreadableHandbook {
        if (file.content().length > MAX_BYTES) {
            throw new UnreadableHandbook(Reason.TOO_LARGE);
        }
        HandbookReader reader = READERS.stream()
                .filter(candidate -> candidate.endings().contains(file.ending()))
                .findFirst()
                .orElseThrow(() -> new UnreadableHandbook(Reason.UNKNOWN_FORMAT));
        if (file.content().length == 0) {
            throw new UnreadableHandbook(Reason.EMPTY);
        }
        return reader;
    }

    private static ReadHandbook readWith(HandbookReader reader, HandbookFile file) throws UnreadableHandbook {
        Outline outline = new Outline();
        try {
            reader.read(file, outline);
            return outline.handbook(file.titleFromName());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new UnreadableHandbook(Reason.BROKEN, e);
        } catch (OutOfMemoryError e) {
            throw new UnreadableHandbook(Reason.TOO_LARGE, e);
        }
    }

    /** Platform threads: parsing is plain computing and would hold a carrier thread anyway. */
    private static ExecutorService fewThreads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("handbook-reader-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
