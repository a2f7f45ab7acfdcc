package guanjia.conversations;

import java.util.Optional;

/** What a resident sent. Exhaustive: an update that fits nothing else is {@link Unsupported}, so that it still gets an answer. */
public sealed interface InboundContent {
    /** Words. */
    record Text(String text) implements InboundContent {}

    /** A command such as {@code /start e-yihe}. @param name without the slash, lower case @param payload what follows, may be empty */
    record Command(String name, String payload) implements InboundContent {}

    /**
     * A pressed button.
     *
     * @param token the button's token
     * @param message the provider's id of the message that the button is under: the same token under the same message again is the same
     *     press come twice (Telegram does that under two update ids); empty when the channel can't tell
     */
    record Press(String token, String message) implements InboundContent {
        /** A press on a channel that can't tell under which message. */
        public Press(String token) {
            this(token, "");
        }
    }

    /**
     * A photo, video, voice message or file.
     *
     * @param kind what it is
     * @param file the provider's id or address of the file
     * @param bytes its size; 0 when the provider doesn't say
     * @param caption words sent with it; may be empty
     * @param album the same for all pictures sent as one album; empty otherwise
     */
    record Attachment(Kind kind, String file, long bytes, String caption, Optional<String> album)
            implements InboundContent {
        /** Kinds of attachment. */
        public enum Kind {
            PHOTO,
            VIDEO,
            VOICE,
            DOCUMENT
        }
    }

    /** A shared contact. @param phone as sent by the provider @param own whether it is proven to be the sender's own */
    record Contact(String phone, boolean own) implements InboundContent {}

    /** A place. Degrees, WGS 84. */
    record Location(double latitude, double longitude) implements InboundContent {}

    /** The sender changed an earlier message. @param text the new words */
    record Edited(String text) implements InboundContent {}

    /** A kind that nobody answers in words, e.g. a sticker, a poll, a kind unknown today. @param kind the provider's name of it, without content */
    record Unsupported(String kind) implements InboundContent {}

    /** The resident blocked the bot: nothing can be sent until {@link Unblocked}. */
    record Blocked() implements InboundContent {}

    /** The resident lets the bot write again. */
    record Unblocked() implements InboundContent {}
}
