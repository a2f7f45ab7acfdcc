package guanjia.conversations;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import guanjia.delivery.Address;
import guanjia.delivery.ChannelKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * The transcript in {@code messages}. A resident's line has channel and provider id as its key, so that a replay is known for ever;
 * every other line has conversation and number.
 */
final class MongoTranscript implements Transcript {
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> messages;
    private final Addresses addresses;

    MongoTranscript(MongoCollection<Document> messages, Addresses addresses) {
        this.messages = messages;
        this.addresses = addresses;
    }

    /** The key of a resident's line. Web pages make up their own ids, so theirs count within their chat only. */
    static String inboundKey(ConversationId conversation, ChannelKind channel, String inboundId) {
        return channel == ChannelKind.WEB ? conversation.value() + "|" + inboundId : channel.name() + "|" + inboundId;
    }

    boolean has(ConversationId conversation, ChannelKind channel, String inboundId) {
        return messages.find(new Document("_id", inboundKey(conversation, channel, inboundId)))
                        .projection(new Document("_id", 1))
                        .first()
                != null;
    }

    /** Writes lines down; those already there stay as they are. */
    void add(ConversationId conversation, ChannelKind channel, List<Line> lines) {
        List<Document> rows =
                lines.stream().map(line -> row(conversation, channel, line)).toList();
        try {
            messages.insertMany(rows, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    @Override
    public Set<String> known(ChannelKind channel, Collection<String> providerIds) {
        List<String> keys =
                providerIds.stream().map(id -> channel.name() + "|" + id).toList();
        Set<String> found = new HashSet<>();
        messages.find(new Document("_id", new Document("$in", keys)))
                .projection(new Document("in", 1))
                .forEach(row -> found.add(row.getString("in")));
        return found;
    }

    @Override
    public List<TranscriptLine> since(Address conversation, long afterSeq, int limit) {
        return since(addresses.idOf(conversation), afterSeq, limit);
    }

    List<TranscriptLine> since(ConversationId conversation, long afterSeq, int limit) {
        return linesSince(conversation, afterSeq, limit).stream()
                .map(Line::shown)
                .toList();
    }

    /** In order, with who of the staff said them. */
    List<Line> linesSince(ConversationId conversation, long afterSeq, int limit) {
        return messages.find(new Document("c", conversation.value())
                        .append("seq", new Document("$gt", afterSeq))
                        .append("withdrawn", new Document("$ne", true)))
                .sort(Sorts.ascending("seq"))
                .limit(limit)
                .map(Line::read)
                .into(new ArrayList<>());
    }

    /** A line that will never reach its reader is kept, but shown to nobody. */
    void withdraw(ConversationId conversation, Line line) {
        messages.updateOne(
                new Document("_id", line.id(conversation)), new Document("$set", new Document("withdrawn", true)));
    }

    private static Document row(ConversationId conversation, ChannelKind channel, Line line) {
        String key =
                line.inbound().map(id -> inboundKey(conversation, channel, id)).orElseGet(() -> line.id(conversation));
        Document row = new Document("_id", key).append("c", conversation.value());
        row.putAll(line.write());
        return row;
    }
}
