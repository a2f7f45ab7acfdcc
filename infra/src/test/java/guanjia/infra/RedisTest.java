package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the product keeps in Redis. */
class RedisTest extends StoreContract {
    RedisTest(RunningStores stores) {
        super(stores);
    }

    @Test
    void redisHoldsLeasesScriptsAndQueues() {
        RedisCommands<String, String> redis = stores.redis();
        String prefix = "contract:" + UUID.randomUUID() + ":";
        assertThat(redis.set(prefix + "lease", "me", SetArgs.Builder.nx().px(60_000)))
                .isEqualTo("OK");
        assertThat(redis.set(prefix + "lease", "you", SetArgs.Builder.nx().px(60_000)))
                .isNull();
        String release = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";
        String[] lease = {prefix + "lease"};
        assertThat((Long) redis.eval(release, ScriptOutputType.INTEGER, lease, "you"))
                .isZero();
        assertThat((Long) redis.eval(release, ScriptOutputType.INTEGER, lease, "me"))
                .isEqualTo(1);
        redis.zadd(prefix + "queue", 2, "second");
        redis.zadd(prefix + "queue", 1, "first");
        assertThat(redis.zpopmin(prefix + "queue").getValue()).isEqualTo("first");
        assertThat(redis.sadd(prefix + "set", "one", "two")).isEqualTo(2);
        assertThat(redis.exists(prefix + "lease", prefix + "queue", prefix + "set"))
                .isEqualTo(2);
        redis.del(prefix + "queue", prefix + "set");
    }
}
