package guanjia.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;

/**
 * The way out in a process that sends nothing itself: stores the messages, and a process with the notifier's role goes on with them at once.
 * Pages of the web chat are nudged from here. Safe for use by many threads.
 */
final class LeftForNotifiers implements Notifications {
    /** Who owns messages until a notifier has taken them. */
    static final String OWNER = "left-for-notifiers";

    private final MongoDeliveries rows;
    private final Map<ChannelKind, Channel> channels;
    private final Parts parts;
    private final Wakes wakes;

    LeftForNotifiers(MongoDeliveries rows, Map<ChannelKind, Channel> channels, Parts parts, Wakes wakes) {
        this.rows = rows;
        this.channels = channels;
        this.parts = parts;
        this.wakes = wakes;
    }

    @Override
    public void dispatch(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        String claim = OWNER + "/" + UUID.randomUUID();
        List<Document> documents = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            List<Outgoing> all = parts.of(delivery);
            all.forEach(part -> documents.add(document(part, claim, all.size())));
        }
        Set<String> before = new HashSet<>(rows.insert(documents));
        deliveries.stream()
                .filter(delivery -> !before.contains(delivery.id()))
                .filter(delivery -> delivery.address().channel() == ChannelKind.WEB)
                .forEach(this::nudge);
        wakes.wake();
    }

    private static Document document(Outgoing message, String claim, int of) {
        boolean web = message.address().channel() == ChannelKind.WEB;
        Document row = DeliveryDocuments.write(message, web ? DeliveryState.SENT : DeliveryState.QUEUED, claim, of);
        return web ? row : row.append("owner", OWNER);
    }

    private void nudge(Delivery delivery) {
        Optional.ofNullable(channels.get(ChannelKind.WEB))
                .ifPresent(web -> web.send(delivery.id(), delivery.address(), delivery.content()));
    }
}
