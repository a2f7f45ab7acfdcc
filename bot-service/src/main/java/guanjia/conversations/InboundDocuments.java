package guanjia.conversations;

import guanjia.conversations.InboundContent.Attachment;
import guanjia.conversations.InboundContent.Blocked;
import guanjia.conversations.InboundContent.Command;
import guanjia.conversations.InboundContent.Contact;
import guanjia.conversations.InboundContent.Edited;
import guanjia.conversations.InboundContent.Location;
import guanjia.conversations.InboundContent.Press;
import guanjia.conversations.InboundContent.Text;
import guanjia.conversations.InboundContent.Unblocked;
import guanjia.conversations.InboundContent.Unsupported;
import java.util.Optional;
import org.bson.Document;

/** What a resident sent, as it lies in a conversation's mailbox. */
final class InboundDocuments {
    private InboundDocuments() {}

    static Document write(InboundContent content) {
        return switch (content) {
            case Text text -> of("text").append("text", text.text());
            case Command command -> of("command").append("name", command.name()).append("payload", command.payload());
            case Press press -> of("press").append("token", press.token()).append("message", press.message());
            case Attachment file ->
                of("file")
                        .append("kind", file.kind().name())
                        .append("file", file.file())
                        .append("bytes", file.bytes())
                        .append("caption", file.caption())
                        .append("album", file.album().orElse(null));
            case Contact contact ->
                of("contact").append("phone", contact.phone()).append("own", contact.own());
            case Location place ->
                of("location").append("lat", place.latitude()).append("lon", place.longitude());
            case Edited edited -> of("edited").append("text", edited.text());
            case Unsupported other -> of("unsupported").append("kind", other.kind());
            case Blocked ignored -> of("blocked");
            case Unblocked ignored -> of("unblocked");
        };
    }

    static InboundContent read(Document stored) {
        return switch (stored.getString("is")) {
            case "text" -> new Text(stored.getString("text"));
            case "command" -> new Command(stored.getString("name"), stored.getString("payload"));
            case "press" -> new Press(stored.getString("token"), stored.get("message", ""));
            case "file" ->
                new Attachment(
                        Attachment.Kind.valueOf(stored.getString("kind")),
                        stored.getString("file"),
                        stored.getLong("bytes"),
                        stored.getString("caption"),
                        Optional.ofNullable(stored.getString("album")));
            case "contact" -> new Contact(stored.getString("phone"), stored.getBoolean("own"));
            case "location" -> new Location(stored.getDouble("lat"), stored.getDouble("lon"));
            case "edited" -> new Edited(stored.getString("text"));
            case "blocked" -> new Blocked();
            case "unblocked" -> new Unblocked();
            default -> new Unsupported(String.valueOf(stored.get("kind")));
        };
    }

    private static Document of(String kind) {
        return new Document("is", kind);
    }
}
