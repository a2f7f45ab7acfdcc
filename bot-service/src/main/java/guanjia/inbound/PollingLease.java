package guanjia.inbound;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time fetch Telegram's updates. Where Redis is away every process believes it holds the lease: nothing is lost by
 * that, Telegram itself turns the second one away (409), and a double is known to the mailbox.
 */
final class PollingLease implements AutoCloseable {
    /**
     * Of the killed holder's: how long the next one waits, unless it is the killed one's successor and has its name. Renewed at a third
     * of it.
     */
    static final Duration LASTS = Duration.ofSeconds(6);

    private static final String TAKE_OR_RENEW = """
            local holder = redis.call('GET', KEYS[1])
            if holder == ARGV[1] or not holder then
              redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
              return 1
            end
            return 0""";
    private static final String GIVE_BACK = """
            if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
            return 0""";

    private final RedisClient client;
    private final String key;
    private final String holder;
    private @Nullable StatefulRedisConnection<String, String> connection;

    /** @param key what is leased @param holder this process's name, which no other running process has */
    PollingLease(RedisClient client, String key, String holder) {
        this.client = client;
        this.key = key;
        this.holder = holder;
    }

    /** Takes the lease or makes it last longer. @return whether this process may fetch */
    synchronized boolean hold() {
        try {
            Long held = redis().eval(
                            TAKE_OR_RENEW,
                            ScriptOutputType.INTEGER,
                            new String[] {key},
                            holder,
                            String.valueOf(LASTS.toMillis()));
            return held == 1;
        } catch (RedisException e) {
            return true;
        }
    }

    /** Gives it back, so that the next process needn't wait. */
    synchronized void release() {
        try {
            redis().eval(GIVE_BACK, ScriptOutputType.INTEGER, new String[] {key}, holder);
        } catch (RedisException e) {
            return; // it ends by itself
        }
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private RedisCommands<String, String> redis() {
        StatefulRedisConnection<String, String> open = connection;
        if (open == null) {
            open = client.connect();
            connection = open;
        }
        return open.sync();
    }
}
