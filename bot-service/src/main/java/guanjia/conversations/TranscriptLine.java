package guanjia.conversations;

import guanjia.delivery.Button;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of a chat as the resident sees it. Personal data: {@link #toString()} shows neither words nor ids.
 *
 * @param seq its place in the chat, from 1, rising; may have holes
 * @param who who said it
 * @param text the words, plain text in the resident's language; for a pressed button its label. May be empty for a picture without words
 * @param buttons rows of buttons under it, links among them; empty for none
 * @param at when it was said
 * @param inboundId for a resident's line the {@link Inbound#id()} it was taken in under; empty for all others
 */
public record TranscriptLine(
        long seq, Who who, String text, List<List<Button>> buttons, Instant at, Optional<String> inboundId) {
    /** Who said a line. */
    public enum Who {
        RESIDENT,
        BOT,
        STAFF,
        /** Nobody: "a colleague has joined", "you are talking to the bot again". */
        NOTE
    }

    /** @throws IllegalArgumentException when the place isn't positive */
    public TranscriptLine {
        if (seq < 1) {
            throw new IllegalArgumentException("The lines of a chat are counted from 1");
        }
        buttons = buttons.stream().map(List::copyOf).toList();
    }

    @Override
    public String toString() {
        return "TranscriptLine[" + seq + " " + who + "]";
    }
}
