package guanjia.inbound;

import guanjia.conversations.Inbound;
import java.util.Optional;

/** What one update of Telegram is to us. */
sealed interface TelegramUpdate {
    /** For a resident's chat. @param callback the press to answer at once; empty for everything but presses */
    record Taken(Inbound inbound, Optional<String> callback) implements TelegramUpdate {}

    /** Known, and nobody's business here. @param kind a name from our own lists */
    record Ignored(String kind, Optional<String> callback) implements TelegramUpdate {
        Ignored(String kind) {
            this(kind, Optional.empty());
        }
    }

    /** Can't be read. @param why a word of ours, without any content */
    record Broken(String why) implements TelegramUpdate {}
}
