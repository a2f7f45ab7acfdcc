package guanjia.delivery;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the notifiers that messages were left for them. A hint that may get lost: they look every few seconds anyway. Safe for use by many
 * threads.
 */
final class Wakes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wakes.class);

    private final RedisClient client;
    private final String topic;
    private @Nullable StatefulRedisPubSubConnection<String, String> connection;

    /** @param keys prefix of all keys in Redis, the same in all processes */
    Wakes(RedisClient client, String keys) {
        this.client = client;
        this.topic = keys + "left";
    }

    void wake() {
        try {
            connected().async().publish(topic, "");
        } catch (RedisException e) {
            LOG.debug("Redis is away; the notifiers look by themselves.");
        }
    }

    /** @param heard called on any thread; must not block */
    void listen(Runnable heard) {
        try {
            StatefulRedisPubSubConnection<String, String> listening = connected();
            listening.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String channel, String message) {
                    heard.run();
                }
            });
            listening.async().subscribe(topic);
        } catch (RedisException e) {
            LOG.debug("Redis is away; this notifier looks by itself.");
        }
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.close();
        }
    }

    private synchronized StatefulRedisPubSubConnection<String, String> connected() {
        if (connection == null) {
            connection = client.connectPubSub();
        }
        return Objects.requireNonNull(connection);
    }
}
