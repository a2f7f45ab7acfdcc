package guanjia.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Cuts messages to what their channel carries and gives each its place in the order. Safe for use by many threads. */
final class Parts {
    private final Map<ChannelKind, Channel> channels;
    private final Clock clock;
    private final AtomicLong lastOrder = new AtomicLong();

    /** @param clock real time */
    Parts(Map<ChannelKind, Channel> channels, Clock clock) {
        this.channels = channels;
        this.clock = clock;
    }

    List<Outgoing> of(Delivery whole) {
        Channel channel = channels.get(whole.address().channel());
        List<Content> contents = channel == null ? List.of(whole.content()) : channel.split(whole.content());
        List<Outgoing> parts = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            String id = i == 0 ? whole.id() : whole.id() + "#" + (i + 1);
            parts.add(new Outgoing(whole.part(id, contents.get(i)), nextOrder(), 0, false, clock.instant()));
        }
        return parts;
    }

    private long nextOrder() {
        Instant now = clock.instant();
        long nanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        return lastOrder.updateAndGet(last -> Math.max(last + 1, nanos));
    }
}
