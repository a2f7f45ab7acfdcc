package guanjia.conversations;

import guanjia.delivery.Delivery;
import guanjia.delivery.DeliveryGate;
import guanjia.delivery.FailureReason;
import java.util.List;
import java.util.Optional;

/**
 * Humans win: takes a line out of the conversation's outbox just before it is sent, and stops one of the bot's if a person has taken the
 * conversation since it was said: that one is withdrawn from the transcript too, since nobody will ever read it. A line that is out already was let go before a crash.
 */
final class OutboxGate implements DeliveryGate {
    private final Conversations conversations;
    private final MongoTranscript transcript;
    private final JustSaid justSaid;

    OutboxGate(Conversations conversations, MongoTranscript transcript, JustSaid justSaid) {
        this.conversations = conversations;
        this.transcript = transcript;
        this.justSaid = justSaid;
    }

    @Override
    public Verdict check(Delivery delivery) {
        return justSaid.recall(delivery.id())
                .or(() -> delivery.conversation().map(ConversationId::new).flatMap(conversations::find))
                .map(conversation -> check(conversation, delivery))
                .orElseGet(Verdict.Go::new);
    }

    private Verdict check(Conversation conversation, Delivery delivery) {
        List<Line> outbox = conversation.traffic().outbox();
        Optional<Line> found = outbox.stream()
                .filter(line -> line.id(conversation.id()).equals(delivery.id()))
                .findFirst();
        if (found.isEmpty()) {
            return new Verdict.Go();
        }
        Line line = found.get();
        List<Line> settled = outbox.stream()
                .filter(other -> other.seq() == line.seq()
                        || other.seq() < line.seq() && other.lane().isEmpty())
                .toList();
        if (conversations.release(conversation, settled).contains(line.seq())) {
            return new Verdict.Go();
        }
        transcript.withdraw(conversation.id(), line);
        conversations.find(conversation.id()).ifPresent(now -> conversations.remove(now, List.of(line)));
        return new Verdict.Drop(FailureReason.EXPIRED);
    }
}
