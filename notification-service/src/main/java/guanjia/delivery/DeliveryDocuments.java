package guanjia.delivery;

import guanjia.directory.EstateCode;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** How a message stands in the store. */
final class DeliveryDocuments {
    private DeliveryDocuments() {}

    /** @param claim unlike that of any other handing over, to tell whose insert won @param parts of how many parts it is the first */
    static Document write(Outgoing message, DeliveryState state, String claim, int parts) {
        Delivery delivery = message.delivery();
        Address address = delivery.address();
        Content content = delivery.content();
        return new Document("_id", delivery.id())
                .append("state", state.name())
                .append("lane", delivery.lane().name())
                .append("channel", address.channel().name())
                .append("key", AddressKey.of(address))
                .append("to", address.value())
                .append("from", address.sender())
                .append("text", content.text())
                .append(
                        "buttons",
                        content.buttons().stream()
                                .map(DeliveryDocuments::writeRow)
                                .toList())
                .append("contact", content.asksContact())
                .append("estate", delivery.estate().map(EstateCode::value).orElse(null))
                .append("conversation", delivery.conversation().orElse(null))
                .append("created", Date.from(delivery.createdAt()))
                .append("notAfter", delivery.notAfter().map(Date::from).orElse(null))
                .append("parts", parts)
                .append("order", message.order())
                .append("attempts", message.attempts())
                .append("claim", claim)
                .append("at", Date.from(message.confirmedAt()));
    }

    /** @param confirmedAt when the store last said that it is ours; the epoch for "ask before sending" */
    static Outgoing read(Document row, Instant confirmedAt) {
        Content content = new Content(
                row.getString("text"),
                row.getList("buttons", List.class).stream()
                        .map(DeliveryDocuments::readRow)
                        .toList(),
                row.getBoolean("contact", false));
        Delivery delivery = new Delivery(
                row.getString("_id"),
                Lane.valueOf(row.getString("lane")),
                Optional.ofNullable(row.getString("estate")).map(EstateCode::new),
                address(row),
                content,
                Optional.ofNullable(row.getString("conversation")),
                row.getDate("created").toInstant(),
                Optional.ofNullable(row.getDate("notAfter")).map(Date::toInstant));
        boolean inDoubt = DeliveryState.SENDING.name().equals(row.getString("state"));
        return new Outgoing(delivery, row.getLong("order"), row.getInteger("attempts", 0), inDoubt, confirmedAt);
    }

    static Address address(Document row) {
        return new Address(ChannelKind.valueOf(row.getString("channel")), row.getString("to"), row.getString("from"));
    }

    /** When it is to be tried again; the epoch when it never was. */
    static Instant next(Document row) {
        return Optional.ofNullable(row.getDate("next")).map(Date::toInstant).orElse(Instant.EPOCH);
    }

    static DeliveryStatus status(Document row) {
        return new DeliveryStatus(
                row.getString("_id"),
                DeliveryState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("error")).map(FailureReason::valueOf),
                row.getDate("at").toInstant());
    }

    private static List<Document> writeRow(List<Button> row) {
        return row.stream()
                .map(button -> new Document("label", button.label()).append("token", button.token()))
                .toList();
    }

    private static List<Button> readRow(List<?> row) {
        return row.stream()
                .map(Document.class::cast)
                .map(button -> new Button(button.getString("label"), button.getString("token")))
                .toList();
    }
}
