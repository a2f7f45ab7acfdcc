package guanjia.knowledge.reading;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file that can't become a handbook; its reason is for the person who uploaded it. Carries nothing of the file's content. */
public final class UnreadableHandbook extends Exception {
    /** Why a file was refused. */
    public enum Reason {
        /** Not one of the formats read here, judged by name and first bytes; also the old binary Word format. */
        UNKNOWN_FORMAT,
        /** More than {@link HandbookReaders#MAX_BYTES}, or it unpacks to an unreasonable size. */
        TOO_LARGE,
        /** More than {@link HandbookReaders#MAX_SECTIONS} headings. */
        TOO_MANY_SECTIONS,
        /** Protected by a password. */
        ENCRYPTED,
        /** A PDF of pictures only: it needs text recognition first. */
        SCANNED,
        /** Nothing to read in it. */
        EMPTY,
        /** Damaged, cut off or made to confuse. */
        BROKEN,
        /** Called text, but its bytes are neither UTF-8 nor GB18030. */
        NOT_TEXT,
        /** Not finished within {@link HandbookReaders#TIME_LIMIT}. */
        TOO_SLOW;

        /** The stable code for interfaces, e.g. {@code handbook-too-large}. */
        public String code() {
            return "handbook-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** What happened and what to do, as a sentence for staff in the given language (zh-Hans, zh-Hant or en). */
        public String inWords(Locale language) {
            return Wording.of(language).text("unreadable." + name().toLowerCase(Locale.ROOT));
        }
    }

    private final Reason reason;

    UnreadableHandbook(Reason reason) {
        this(reason, null);
    }

    UnreadableHandbook(Reason reason, @Nullable Throwable cause) {
        super("Handbook refused: " + reason.code(), cause);
        this.reason = reason;
    }

    /** Why, for the answer to the upload. */
    public Reason reason() {
        return reason;
    }
}
