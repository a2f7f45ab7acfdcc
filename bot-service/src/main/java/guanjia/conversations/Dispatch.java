package guanjia.conversations;

import guanjia.delivery.ChannelKind;
import guanjia.delivery.Delivery;
import guanjia.delivery.Lane;
import guanjia.delivery.Notifications;
import guanjia.directory.EstateCode;
import java.util.List;
import java.util.Optional;

/**
 * Hands what lies in a conversation's outbox to the transcript and to delivery. Can be done again at any point after a crash: both know
 * the lines by their ids. Thread-safe.
 */
final class Dispatch {
    private final Conversations conversations;
    private final MongoTranscript transcript;
    private final Notifications notifications;
    private final JustSaid justSaid;

    Dispatch(Conversations conversations, MongoTranscript transcript, Notifications notifications, JustSaid justSaid) {
        this.conversations = conversations;
        this.transcript = transcript;
        this.notifications = notifications;
        this.justSaid = justSaid;
    }

    /** @param conversation as it is now @param lines of its outbox, in order */
    void handOver(Conversation conversation, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        transcript.add(conversation.id(), conversation.address().channel(), lines);
        List<Delivery> leaving = lines.stream()
                .flatMap(line -> line.lane().map(lane -> delivery(conversation, line, lane)).stream())
                .toList();
        boolean there = leaving.isEmpty() || isThere(conversation);
        if (leaving.size() == 1 && !there) {
            justSaid.remember(leaving.getFirst().id(), conversation);
        }
        if (!leaving.isEmpty()) {
            notifications.dispatch(leaving);
        }
        if (there) {
            conversations.remove(conversation, lines);
        }
    }

    /** Pages read the transcript: nothing is sent after the commit, which was let through by the same condition as a send. */
    private static boolean isThere(Conversation conversation) {
        return conversation.address().channel() == ChannelKind.WEB;
    }

    private static Delivery delivery(Conversation conversation, Line line, Lane lane) {
        Optional<EstateCode> estate = conversation.talk().estate();
        return new Delivery(
                line.id(conversation.id()),
                lane,
                estate,
                conversation.address(),
                line.content(),
                Optional.of(conversation.id().value()),
                line.at(),
                Optional.empty());
    }
}
