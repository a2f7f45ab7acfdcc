package guanjia.delivery;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The providers' limits, shared by all processes through Redis: one script call a message. Holds nothing that can't be lost. Safe for use
 * by many threads.
 */
final class Limits implements AutoCloseable {
    /** Longer than an attempt takes; a retry that is further away makes it last longer. */
    private static final Duration LINE_LEASE = Duration.ofSeconds(30);

    private static final String FREE_LINE =
            "if redis.call('get',KEYS[1])==ARGV[1] then return redis.call('del',KEYS[1]) else return 0 end";
    private static final String LENGTHEN_PAUSE =
            "if redis.call('pttl',KEYS[1]) < tonumber(ARGV[1]) then redis.call('set',KEYS[1],'1','px',ARGV[1]) end return 1";

    private final RedisClient client;
    private final String prefix;
    private final String owner;
    private final String script = load();
    private @Nullable StatefulRedisConnection<String, String> connection;
    private @Nullable String digest;

    /** @param prefix of all keys, the same in all processes @param owner this process */
    Limits(RedisClient client, String prefix, String owner) {
        this.client = client;
        this.prefix = prefix;
        this.owner = owner;
    }

    /** Asks for one message. */
    Grant take(Rate rate, Lane lane, Address address) {
        try {
            List<Long> answer = run(keys(address), arguments(rate, lane));
            Duration pause = Duration.ofNanos(answer.get(1) * 1000);
            return switch (answer.get(0).intValue()) {
                case 0 -> new Grant.Go();
                case 1 -> new Grant.SenderWaits(pause);
                default -> new Grant.AddressWaits(pause);
            };
        } catch (RedisException e) {
            return new Grant.Unknown();
        }
    }

    /** The provider wants the whole channel to be silent for a while. @return whether all processes know it */
    boolean pause(ChannelKind channel, Duration length) {
        try {
            redis().eval(
                            LENGTHEN_PAUSE,
                            ScriptOutputType.INTEGER,
                            new String[] {pauseKey(channel)},
                            String.valueOf(length.toMillis()));
            return true;
        } catch (RedisException e) {
            return false;
        }
    }

    /** Nothing of ours waits for this address any more: another process may send there. Doesn't wait for Redis. */
    void freeLine(Address address) {
        try {
            connected().async().eval(FREE_LINE, ScriptOutputType.INTEGER, new String[] {lineKey(address)}, owner);
        } catch (RedisException e) {
            return; // it ends by itself
        }
    }

    /** Something of ours waits for this address that long: no other process may overtake it. */
    void keepLine(Address address, Duration length) {
        try {
            connected().async().set(lineKey(address), owner, SetArgs.Builder.px(length.plus(LINE_LEASE)));
        } catch (RedisException e) {
            return; // without Redis nobody else sends either
        }
    }

    String leasePrefix() {
        return prefix + "owner:";
    }

    String unadoptedKey() {
        return prefix + "owners";
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private List<Long> run(String[] keys, String[] arguments) {
        RedisCommands<String, String> redis = redis();
        String known = digest;
        if (known == null) {
            known = redis.scriptLoad(script);
            digest = known;
        }
        try {
            return redis.evalsha(known, ScriptOutputType.MULTI, keys, arguments);
        } catch (RedisNoScriptException e) {
            return redis.eval(script, ScriptOutputType.MULTI, keys, arguments);
        }
    }

    private String[] keys(Address address) {
        String sender = prefix + address.channel() + ":" + AddressKey.senderOf(address);
        return new String[] {
            pauseKey(address.channel()),
            sender + ":sent",
            sender + ":state",
            lineKey(address) + ":rate",
            lineKey(address)
        };
    }

    private String[] arguments(Rate rate, Lane lane) {
        return new String[] {
            String.valueOf(rate.perSecond()),
            String.valueOf(lane.ordinal()),
            String.valueOf(rate.betweenInChat().toNanos() / 1000),
            String.valueOf(rate.burstInChat()),
            owner,
            leasePrefix(),
            unadoptedKey(),
            String.valueOf(LINE_LEASE.toMillis())
        };
    }

    private String pauseKey(ChannelKind channel) {
        return prefix + channel + ":pause";
    }

    private String lineKey(Address address) {
        return prefix + "line:" + AddressKey.of(address);
    }

    private RedisCommands<String, String> redis() {
        return connected().sync();
    }

    private synchronized StatefulRedisConnection<String, String> connected() {
        if (connection == null) {
            connection = client.connect();
        }
        return Objects.requireNonNull(connection);
    }

    private static String load() {
        try (InputStream lua = Objects.requireNonNull(Limits.class.getResourceAsStream("take.lua"))) {
            return new String(lua.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
