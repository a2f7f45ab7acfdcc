package guanjia.conversations;

import guanjia.conversations.TranscriptLine.Who;
import guanjia.delivery.Content;
import guanjia.delivery.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Says something in a conversation outside a turn, and changes who has it. Tries again when somebody else was quicker. Thread-safe. */
final class Notices {
    /** Each failed try means that somebody else got something done, so this many in a row doesn't happen by chance. */
    private static final int TRIES = 20;

    private final Conversations conversations;
    private final Consumer<ConversationId> handOver;

    /** @param handOver gets what lies in a conversation's outbox on its way, in the background */
    Notices(Conversations conversations, Consumer<ConversationId> handOver) {
        this.conversations = conversations;
        this.handOver = handOver;
    }

    /**
     * What should be changed and said.
     *
     * @param standing who has the conversation afterwards
     * @param talk what it is about afterwards
     * @param lines what is said
     * @param mark to be remembered among the recent ids, so that the same is recognised
     */
    record Change(Standing standing, Talk talk, List<Line> lines, Optional<String> mark) {
        Change(Standing standing, Talk talk, List<Line> lines) {
            this(standing, talk, lines, Optional.empty());
        }
    }

    /**
     * Changes a conversation.
     *
     * @param decide from the conversation as it is to the change; empty when nothing is to be changed after all
     * @return the conversation as it was changed from; empty when there is none or nothing was changed
     */
    Optional<Conversation> change(ConversationId id, Function<Conversation, Optional<Change>> decide) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Conversation> found = conversations.find(id);
            Optional<Change> change = found.flatMap(decide);
            if (change.isEmpty()) {
                return Optional.empty();
            }
            Change wanted = change.get();
            if (conversations.change(found.get(), wanted)) {
                handOver.accept(id);
                return found;
            }
        }
        throw new IllegalStateException("Conversation " + id + " changes faster than it can be changed");
    }

    /** A line that follows the latest one of a conversation. @param offset 1 for the next */
    static Line line(Conversation after, int offset, Who who, Optional<String> staff, Content content, Instant now) {
        return new Line(
                after.traffic().seq() + offset,
                who,
                staff,
                content,
                now,
                Optional.empty(),
                Optional.of(Lane.REPLY),
                after.standing().epoch());
    }
}
