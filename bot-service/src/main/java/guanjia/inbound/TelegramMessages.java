package guanjia.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import guanjia.conversations.InboundContent;
import guanjia.conversations.InboundContent.Attachment;
import guanjia.conversations.InboundContent.Attachment.Kind;
import guanjia.conversations.InboundContent.Command;
import guanjia.conversations.InboundContent.Contact;
import guanjia.conversations.InboundContent.Edited;
import guanjia.conversations.InboundContent.Location;
import guanjia.conversations.InboundContent.Text;
import guanjia.conversations.InboundContent.Unsupported;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;

/** What a message in a private Telegram chat says. */
final class TelegramMessages {
    /** Bot API, BotCommand: 1–32 letters, digits, underscores; in deep links a payload of at most 64 characters follows. */
    private static final Pattern COMMAND =
            Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@\\w+)?(?:\\s+(.*))?", Pattern.DOTALL);

    private TelegramMessages() {}

    /** @return empty for what Telegram itself wrote into the chat */
    static Optional<InboundContent> content(Message message, JsonNode raw) {
        if (message.getText() != null) {
            return Optional.of(words(message.getText()));
        }
        if (message.getContact() != null) {
            return Optional.of(contact(message));
        }
        if (message.getLocation() != null) {
            return Optional.of(new Location(
                    message.getLocation().getLatitude(), message.getLocation().getLongitude()));
        }
        Optional<InboundContent> file = file(message);
        if (file.isPresent() || TelegramFields.isService(raw)) {
            return file;
        }
        return Optional.of(new Unsupported(TelegramFields.unsupportedKind(raw)));
    }

    /** @return empty for edits without words, e.g. the steps of a live location */
    static Optional<InboundContent> edited(Message message) {
        return Optional.ofNullable(message.getText())
                .or(() -> Optional.ofNullable(message.getCaption()))
                .map(Edited::new);
    }

    private static InboundContent words(String text) {
        Matcher command = COMMAND.matcher(text.strip());
        if (!command.matches()) {
            return new Text(text);
        }
        String payload = Objects.requireNonNullElse(command.group(2), "");
        return new Command(command.group(1).toLowerCase(Locale.ROOT), payload.strip());
    }

    /** A contact is proven to be the sender's own only by Telegram's user id in it: anybody can send anybody's card. */
    private static InboundContent contact(Message message) {
        Long owner = message.getContact().getUserId();
        boolean own = owner != null && owner.equals(message.getFrom().getId());
        return new Contact(message.getContact().getPhoneNumber(), own);
    }

    private static Optional<InboundContent> file(Message message) {
        if (message.getPhoto() != null && !message.getPhoto().isEmpty()) {
            PhotoSize largest = message.getPhoto().stream()
                    .max(Comparator.comparingLong(size -> (long) size.getWidth() * size.getHeight()))
                    .orElseThrow();
            return attachment(message, Kind.PHOTO, largest.getFileId(), largest.getFileSize());
        }
        if (message.getVideo() != null) {
            return attachment(
                    message,
                    Kind.VIDEO,
                    message.getVideo().getFileId(),
                    message.getVideo().getFileSize());
        }
        if (message.getVideoNote() != null) {
            return attachment(
                    message,
                    Kind.VIDEO,
                    message.getVideoNote().getFileId(),
                    message.getVideoNote().getFileSize());
        }
        return soundOrDocument(message);
    }

    private static Optional<InboundContent> soundOrDocument(Message message) {
        if (message.getAnimation()
                != null) { // before the document, which Telegram sets too; a clip without sound comes like this
            return attachment(
                    message,
                    Kind.VIDEO,
                    message.getAnimation().getFileId(),
                    message.getAnimation().getFileSize());
        }
        if (message.getVoice() != null) {
            return attachment(
                    message,
                    Kind.VOICE,
                    message.getVoice().getFileId(),
                    message.getVoice().getFileSize());
        }
        if (message.getAudio() != null) {
            return attachment(
                    message,
                    Kind.DOCUMENT,
                    message.getAudio().getFileId(),
                    message.getAudio().getFileSize());
        }
        if (message.getDocument() != null) {
            return attachment(
                    message,
                    Kind.DOCUMENT,
                    message.getDocument().getFileId(),
                    message.getDocument().getFileSize());
        }
        return Optional.empty();
    }

    private static Optional<InboundContent> attachment(
            Message message, Kind kind, String file, @Nullable Number bytes) {
        return Optional.of(new Attachment(
                kind,
                file,
                bytes == null ? 0 : bytes.longValue(),
                Objects.requireNonNullElse(message.getCaption(), ""),
                Optional.ofNullable(message.getMediaGroupId())));
    }
}
