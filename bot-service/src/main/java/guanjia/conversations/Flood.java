package guanjia.conversations;

import guanjia.stores.TroubleLog;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;

/**
 * Counts a sender's updates in Redis. Nobody types more than the limit; a script does. Without Redis nobody is refused: losing words of
 * an honest resident is worse. Thread-safe.
 */
final class Flood {
    /** So many updates in so long a time. An album of ten pictures and a few words fit. */
    static final int MOST = 30;

    static final Duration WINDOW = Duration.ofSeconds(20);

    private static final TroubleLog TROUBLE = TroubleLog.of(Flood.class);
    private static final String COUNT =
            "local n=redis.call('incr',KEYS[1]) if n==1 then redis.call('pexpire',KEYS[1],ARGV[1]) end return n";

    private final RedisCommands<String, String> redis;

    Flood(RedisCommands<String, String> redis) {
        this.redis = redis;
    }

    /** What came of counting. */
    enum Verdict {
        FINE,
        /** The first beyond the limit: to be told. */
        JUST_TOO_MUCH,
        TOO_MUCH
    }

    Verdict check(ConversationId id) {
        try {
            Long count = redis.eval(
                    COUNT,
                    ScriptOutputType.INTEGER,
                    new String[] {"guanjia:flood:{" + id.value() + "}"},
                    Long.toString(WINDOW.toMillis()));
            if (count <= MOST) {
                return Verdict.FINE;
            }
            return count == MOST + 1 ? Verdict.JUST_TOO_MUCH : Verdict.TOO_MUCH;
        } catch (RedisException e) {
            TROUBLE.tell("Floods aren't counted while Redis is away", e);
            return Verdict.FINE;
        }
    }
}
