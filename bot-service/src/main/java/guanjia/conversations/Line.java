package guanjia.conversations;

import guanjia.conversations.TranscriptLine.Who;
import guanjia.delivery.Button;
import guanjia.delivery.Content;
import guanjia.delivery.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * A line of a chat on its way from the conversation's document to the transcript and, when it goes out, to the resident.
 *
 * @param seq its place in the chat, from 1
 * @param who who said it
 * @param staff the login of the member of staff who said it; empty for others
 * @param content the words and buttons as shown
 * @param at when it was said
 * @param inbound a resident's line: the provider's id of the update; empty for others
 * @param lane how it leaves; empty for lines that the resident wrote
 * @param epoch the conversation's {@link Standing#epoch()} under which it was said
 */
record Line(
        long seq,
        Who who,
        Optional<String> staff,
        Content content,
        Instant at,
        Optional<String> inbound,
        Optional<Lane> lane,
        long epoch) {

    /** The id of the delivery and of the transcript's row: the same line always gets the same. */
    String id(ConversationId conversation) {
        return conversation.value() + "-" + seq;
    }

    Document write() {
        return new Document("seq", seq)
                .append("who", who.name())
                .append("staff", staff.orElse(null))
                .append("text", content.text())
                .append(
                        "buttons",
                        content.buttons().stream().map(Line::writeRow).toList())
                .append("contact", content.asksContact())
                .append("at", java.util.Date.from(at))
                .append("in", inbound.orElse(null))
                .append("lane", lane.map(Lane::name).orElse(null))
                .append("epoch", epoch);
    }

    static Line read(Document stored) {
        return new Line(
                stored.getLong("seq"),
                Who.valueOf(stored.getString("who")),
                Optional.ofNullable(stored.getString("staff")),
                new Content(stored.getString("text"), buttons(stored), stored.getBoolean("contact", false)),
                stored.getDate("at").toInstant(),
                Optional.ofNullable(stored.getString("in")),
                Optional.ofNullable(stored.getString("lane")).map(Lane::valueOf),
                stored.getLong("epoch"));
    }

    /** The number of the last of these lines. @param before the last one's before them */
    static long last(List<Line> lines, long before) {
        return lines.isEmpty() ? before : lines.getLast().seq();
    }

    /** Whether it may go out although a person has taken the conversation since it was said. */
    boolean outlivesTakeover() {
        return who != Who.BOT || lane.filter(Lane.EMERGENCY::equals).isPresent();
    }

    /** The same line, said under another standing. */
    Line under(long otherEpoch) {
        return new Line(seq, who, staff, content, at, inbound, lane, otherEpoch);
    }

    /** The line as its reader sees it. */
    TranscriptLine shown() {
        return new TranscriptLine(seq, who, content.text(), content.buttons(), at, inbound);
    }

    private static List<List<Button>> buttons(Document stored) {
        return stored.getList("buttons", List.class).stream().map(Line::readRow).toList();
    }

    static List<Document> writeRow(List<Button> row) {
        return row.stream()
                .map(button -> new Document("label", button.label()).append("token", button.token()))
                .toList();
    }

    static List<Button> readRow(List<?> row) {
        return row.stream()
                .map(Document.class::cast)
                .map(button -> new Button(button.getString("label"), button.getString("token")))
                .toList();
    }
}
