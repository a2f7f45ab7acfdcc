package guanjia.conversations;

import guanjia.conversations.InboundContent.Attachment;
import java.util.Optional;

/** What a resident can send besides words and presses. */
final class Sent {
    private Sent() {}

    static Optional<InboundContent> named(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "(photo)" -> file(Attachment.Kind.PHOTO);
                    case "(video)" -> file(Attachment.Kind.VIDEO);
                    case "(voice)" -> file(Attachment.Kind.VOICE);
                    case "(file)" -> file(Attachment.Kind.DOCUMENT);
                    case "(sticker)" -> new InboundContent.Unsupported("sticker");
                    case "(location)" -> new InboundContent.Location(23.1, 113.3);
                    case "(contact)" -> new InboundContent.Contact("+8613800000000", true);
                    case "(unblocks)" -> new InboundContent.Unblocked();
                    default -> null;
                });
    }

    private static InboundContent file(Attachment.Kind kind) {
        return new Attachment(kind, "file-1", 1_000, "", Optional.empty());
    }
}
