package guanjia.conversations;

import guanjia.delivery.Address;
import guanjia.delivery.WebNudges;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drafts in Redis, gone by themselves when their process dies. Without Redis nobody sees them, and the answer comes all the same. */
final class RedisDrafts implements Drafts {
    /** Longer than a model may take (8 s). */
    static final Duration LIFE = Duration.ofSeconds(12);

    private static final Logger LOG = LoggerFactory.getLogger(RedisDrafts.class);

    private final RedisCommands<String, String> redis;
    private final WebNudges nudges;

    RedisDrafts(RedisCommands<String, String> redis, WebNudges nudges) {
        this.redis = redis;
        this.nudges = nudges;
    }

    @Override
    public void show(Address chat, String text) {
        try {
            redis.psetex(key(chat), LIFE.toMillis(), text);
            nudges.nudge(chat.value());
        } catch (RedisException e) {
            LOG.debug("A draft is not shown, Redis is away");
        }
    }

    @Override
    public void clear(Address chat) {
        try {
            redis.del(key(chat));
        } catch (RedisException e) {
            LOG.debug("A draft ends by itself, Redis is away");
        }
    }

    @Override
    public Optional<String> of(Address chat) {
        try {
            return Optional.ofNullable(redis.get(key(chat)));
        } catch (RedisException e) {
            return Optional.empty();
        }
    }

    private static String key(Address chat) {
        return "guanjia:draft:{" + chat.value() + "}";
    }
}
