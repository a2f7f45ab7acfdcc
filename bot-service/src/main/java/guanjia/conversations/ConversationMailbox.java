package guanjia.conversations;

import guanjia.delivery.ChannelKind;
import guanjia.directory.Language;
import java.time.Clock;
import java.util.Optional;

/** Takes updates in: answers at once where it can, else stores them first. Thread-safe. */
final class ConversationMailbox implements Mailbox {
    private final Conversations conversations;
    private final MongoTranscript transcript;
    private final Addresses addresses;
    private final Flood flood;
    private final FloodNotice slowDown;
    private final TurnRunner runner;
    private final Clock clock;

    ConversationMailbox(
            Conversations conversations,
            MongoTranscript transcript,
            Addresses addresses,
            Flood flood,
            FloodNotice slowDown,
            TurnRunner runner,
            Clock clock) {
        this.conversations = conversations;
        this.transcript = transcript;
        this.addresses = addresses;
        this.flood = flood;
        this.slowDown = slowDown;
        this.runner = runner;
        this.clock = clock;
    }

    @Override
    public Acceptance accept(Inbound update) {
        ConversationId id = addresses.idOf(update.from());
        Optional<Conversation> found = conversations.find(id);
        if (isReplay(id, found, update)) {
            return Acceptance.REPLAYED;
        }
        Conversation current = found.orElseGet(() -> begin(id, update));
        switch (flood.check(id)) {
            case FINE -> {
                // The usual case.
            }
            case TOO_MUCH -> {
                return Acceptance.REFUSED;
            }
            case JUST_TOO_MUCH -> {
                slowDown.tell(current);
                return Acceptance.REFUSED;
            }
        }
        if (runner.answerAtOnce(current, update)) {
            return Acceptance.ACCEPTED;
        }
        Acceptance acceptance = conversations.accept(current, update);
        if (acceptance == Acceptance.ACCEPTED) {
            runner.schedule(id);
        }
        return acceptance;
    }

    /** A conversation remembers its latest updates; whether an older one comes again only the transcript knows. */
    private boolean isReplay(ConversationId id, Optional<Conversation> found, Inbound update) {
        ChannelKind channel = update.from().channel();
        return found.map(conversation -> conversation.traffic().recent().contains(update.id())
                        || conversation.traffic().hasForgotten() && transcript.has(id, channel, update.id()))
                .orElseGet(() -> channel != ChannelKind.WEB && transcript.has(id, channel, update.id()));
    }

    private Conversation begin(ConversationId id, Inbound update) {
        return Conversation.begin(
                id, update.from(), update.estate(), update.language().orElse(Language.ZH_HANS), clock.instant());
    }
}
