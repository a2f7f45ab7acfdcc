package guanjia.conversations;

import guanjia.delivery.DeliveryListener;
import guanjia.delivery.DeliveryStatus;
import guanjia.delivery.WebNudges;
import guanjia.delivery.WebNudges.Listening;
import guanjia.directory.EstateCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Signals over {@link WebNudges}; of deliveries only those that this process makes, which cost nothing where nobody looks. */
final class NudgedSignals implements ChatSignals, DeliveryListener {
    private final WebNudges nudges;
    private final Map<String, List<Runnable>> lookedAt = new ConcurrentHashMap<>();

    NudgedSignals(WebNudges nudges) {
        this.nudges = nudges;
    }

    /** Something was said in a chat, or somebody else has it now. Chats that are the bot's before and after cost nothing. */
    void changed(Conversation before, Standing standing, Talk talk) {
        if (!before.standing().needsAttention() && !standing.needsAttention()) {
            return;
        }
        nudges.nudge(topic(before.id()));
        talk.estate().ifPresent(estate -> nudges.nudge(topic(estate)));
        before.talk()
                .estate()
                .filter(left -> !talk.estate().equals(before.talk().estate()))
                .ifPresent(left -> nudges.nudge(topic(left)));
    }

    @Override
    public Listening onEstate(EstateCode estate, Runnable heard) {
        return nudges.listen(topic(estate), heard);
    }

    @Override
    public Listening onChat(ConversationId chat, Runnable heard) {
        lookedAt.compute(chat.value(), (id, some) -> {
            List<Runnable> all = some == null ? new CopyOnWriteArrayList<>() : some;
            all.add(heard);
            return all;
        });
        Listening other = nudges.listen(topic(chat), heard);
        return () -> {
            other.close();
            lookedAt.computeIfPresent(chat.value(), (id, all) -> {
                all.remove(heard);
                return all.isEmpty() ? null : all;
            });
        };
    }

    /** The id of a delivery is the conversation's, a dash and the line's number, see {@link Line#id}. */
    @Override
    public void changed(DeliveryStatus status) {
        int end = status.id().lastIndexOf('-');
        if (end > 0 && !lookedAt.isEmpty()) {
            lookedAt.getOrDefault(status.id().substring(0, end), List.of()).forEach(Runnable::run);
        }
    }

    private static String topic(ConversationId chat) {
        return "chat:" + chat.value();
    }

    private static String topic(EstateCode estate) {
        return "desk:" + estate.value();
    }
}
