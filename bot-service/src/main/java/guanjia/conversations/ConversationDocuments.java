package guanjia.conversations;

import guanjia.delivery.Address;
import guanjia.delivery.ChannelKind;
import guanjia.dialogue.StateCodec;
import guanjia.directory.EstateCode;
import guanjia.directory.Language;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** A conversation as it lies in {@code conversations}: the parts are sub-documents, the counters and look-up keys stand on top. */
final class ConversationDocuments {
    private ConversationDocuments() {}

    static Document write(Conversation conversation) {
        Traffic traffic = conversation.traffic();
        Document document = new Document("_id", conversation.id().value())
                .append("address", write(conversation.address()))
                .append(
                        "inbox",
                        traffic.inbox().stream()
                                .map(ConversationDocuments::write)
                                .toList())
                .append("claimed", traffic.claimed())
                .append("outbox", traffic.outbox().stream().map(Line::write).toList())
                .append("recent", traffic.recent())
                .append("turns", traffic.turns())
                .append("seq", traffic.seq())
                .append("arrivals", traffic.arrivals())
                .append("touched", Date.from(traffic.touched()));
        document.putAll(write(conversation.talk()));
        document.putAll(write(conversation.standing()));
        return document;
    }

    static Conversation read(Document stored) {
        return new Conversation(
                new ConversationId(stored.getString("_id")),
                address(stored.get("address", Document.class)),
                talk(stored),
                standing(stored),
                traffic(stored));
    }

    static Document write(Talk talk) {
        return new Document("state", new Document(StateCodec.write(talk.state())))
                .append("due", talk.due().map(Date::from).orElse(null))
                .append("estate", talk.estate().map(EstateCode::value).orElse(null))
                .append("language", talk.language().tag())
                .append("chosen", talk.languageChosen())
                .append("held", talk.held().orElse(null))
                .append("shown", Line.writeRow(talk.shown()))
                .append("lastPress", talk.lastPress())
                .append("welcomed", talk.welcomed())
                .append("offersPerson", talk.offersPerson());
    }

    static Document write(Standing standing) {
        return new Document("mode", standing.mode().name())
                .append("epoch", standing.epoch())
                .append("agent", standing.agent().orElse(null))
                .append("since", Date.from(standing.since()))
                .append("told", Date.from(standing.told()))
                .append("callBackBy", standing.callBackBy().map(Date::from).orElse(null))
                .append("attention", standing.needsAttention() ? true : null)
                .append("urgent", standing.urgent());
    }

    static Document write(Inbound update) {
        return new Document("id", update.id())
                .append("from", write(update.from()))
                .append("at", Date.from(update.at()))
                .append("estate", update.estate().map(EstateCode::value).orElse(null))
                .append("language", update.language().map(Language::tag).orElse(null))
                .append("content", InboundDocuments.write(update.content()));
    }

    private static Document write(Address address) {
        return new Document("channel", address.channel().name())
                .append("value", address.value())
                .append("sender", address.sender());
    }

    private static Address address(Document stored) {
        return new Address(
                ChannelKind.valueOf(stored.getString("channel")),
                stored.getString("value"),
                stored.getString("sender"));
    }

    private static Talk talk(Document stored) {
        return new Talk(
                StateCodec.read(stored.get("state", Document.class)),
                Optional.ofNullable(stored.getDate("due")).map(Date::toInstant),
                Optional.ofNullable(stored.getString("estate")).map(EstateCode::new),
                Language.of(stored.getString("language")).orElse(Language.ZH_HANS),
                stored.getBoolean("chosen", false),
                Optional.ofNullable(stored.getString("held")),
                Line.readRow(stored.getList("shown", Document.class, List.of())),
                stored.getString("lastPress"),
                stored.getBoolean("welcomed", false),
                stored.getBoolean("offersPerson", false));
    }

    private static Standing standing(Document stored) {
        return new Standing(
                Mode.valueOf(stored.getString("mode")),
                stored.getLong("epoch"),
                Optional.ofNullable(stored.getString("agent")),
                stored.getDate("since").toInstant(),
                stored.getDate("told").toInstant(),
                Optional.ofNullable(stored.getDate("callBackBy")).map(Date::toInstant),
                stored.getBoolean("urgent", false));
    }

    private static Traffic traffic(Document stored) {
        return new Traffic(
                stored.getList("inbox", Document.class).stream()
                        .map(ConversationDocuments::inbound)
                        .toList(),
                stored.getList("claimed", String.class, List.of()),
                stored.getList("outbox", Document.class).stream()
                        .map(Line::read)
                        .toList(),
                stored.getList("recent", String.class),
                stored.getLong("turns"),
                stored.getLong("seq"),
                stored.getLong("arrivals"),
                stored.getDate("touched").toInstant());
    }

    private static Inbound inbound(Document stored) {
        Instant at = stored.getDate("at").toInstant();
        return new Inbound(
                stored.getString("id"),
                address(stored.get("from", Document.class)),
                at,
                Optional.ofNullable(stored.getString("estate")).map(EstateCode::new),
                Optional.ofNullable(stored.getString("language")).flatMap(Language::of),
                InboundDocuments.read(stored.get("content", Document.class)));
    }
}
