package guanjia.knowledge.reading;

import java.time.Duration;

/** The way in: picks the reader for a file and bounds what it may cost. Thread-safe; blocks its caller while the file is read. */
public final class HandbookReaders {
    /** Largest file taken, in bytes: 20 MB, what Telegram lets a bot fetch, and far above any handbook of text. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    /** Most sections of one handbook; the largest rule books seen have some hundreds. */
    public static final int MAX_SECTIONS = 5_000;

    /** How long one file may take; large real PDFs need a few seconds. */
    public static final Duration TIME_LIMIT = Duration.ofSeconds(60);

    /**
     * Reads one uploaded file.
     *
     * @param fileName the name it was uploaded under; its ending says which format is meant
     * @param content the whole file, not changed
     * @throws UnreadableHandbook when it can't become a handbook, whatever the bytes are
     */
    public ReadHandbook read(String fileName, byte[] content) throws UnreadableHandbook {
        if (content.length > MAX_BYTES) {
            throw new UnreadableHandbook(UnreadableHandbook.Reason.TOO_LARGE);
        }
        throw new UnreadableHandbook(UnreadableHandbook.Reason.UNKNOWN_FORMAT);
    }
}
