package guanjia.delivery;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nudges over Redis's publish and subscribe, channel {@code guanjia:web:<conversation>}. Who begins to listen may be a thread of the Redis client
 * itself, after it read a session: connecting there would wait for that very thread. So it is done aside.
 */
final class RedisWebNudges implements WebNudges, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisWebNudges.class);
    private static final String PREFIX = "guanjia:web:";

    private final RedisClient client;
    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private @Nullable StatefulRedisConnection<String, String> out;
    private @Nullable StatefulRedisPubSubConnection<String, String> in;
    private boolean closed;

    RedisWebNudges(RedisClient client) {
        this.client = client;
    }

    @Override
    public void nudge(String conversation) {
        try {
            out().async().publish(PREFIX + conversation, "");
        } catch (RedisException e) {
            LOG.debug("A nudge is lost, Redis is away; the page reads again by itself.");
        }
    }

    @Override
    public Listening listen(String conversation, Runnable heard) {
        listeners.compute(conversation, (name, some) -> {
            List<Runnable> all = some == null ? new CopyOnWriteArrayList<>() : some;
            all.add(heard);
            return all;
        });
        followAside(conversation);
        return () -> end(conversation, heard);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (out != null) {
            out.close();
        }
        if (in != null) {
            in.close();
        }
    }

    private void end(String conversation, Runnable heard) {
        listeners.computeIfPresent(conversation, (name, some) -> {
            some.remove(heard);
            return some.isEmpty() ? null : some;
        });
        followAside(conversation);
    }

    private void followAside(String conversation) {
        Thread.ofVirtual().name("web-nudges").start(() -> follow(conversation));
    }

    /** Subscribed as long as somebody listens. */
    private synchronized void follow(String conversation) {
        if (closed) {
            return;
        }
        try {
            if (listeners.containsKey(conversation)) {
                in().async().subscribe(PREFIX + conversation);
            } else {
                in().async().unsubscribe(PREFIX + conversation);
            }
        } catch (RedisException e) {
            LOG.debug("Redis is away; pages read by themselves.");
        }
    }

    private void heard(String channel) {
        for (Runnable listener : listeners.getOrDefault(channel.substring(PREFIX.length()), List.of())) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("A listener failed on a nudge: {}", e.getClass().getName());
            }
        }
    }

    private synchronized StatefulRedisConnection<String, String> out() {
        if (out == null) {
            out = client.connect();
        }
        return Objects.requireNonNull(out);
    }

    private synchronized StatefulRedisPubSubConnection<String, String> in() {
        if (in == null) {
            in = client.connectPubSub();
            in.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String channel, String message) {
                    heard(channel);
                }
            });
        }
        return Objects.requireNonNull(in);
    }
}
