package guanjia.conversations;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;

/**
 * Short claims in Redis on a conversation's turn, so that two processes don't read it at once. They save work, they aren't the guard:
 * the guard is the condition in the commit. Thread-safe.
 */
final class Leases {
    /** Longer than a turn with a language model (8 s) takes; a dead process's turn is free again after it. */
    static final Duration LENGTH = Duration.ofSeconds(15);

    private static final String DELETE_IF_MINE =
            "if redis.call('get',KEYS[1])==ARGV[1] then return redis.call('del',KEYS[1]) else return 0 end";

    private final RedisCommands<String, String> redis;
    private final String owner;

    /** @param owner a name of this process that no other has */
    Leases(RedisCommands<String, String> redis, String owner) {
        this.redis = redis;
        this.owner = owner;
    }

    /** Takes the lease unless another process has it. */
    boolean take(ConversationId id) {
        return redis.set(key(id), owner, SetArgs.Builder.nx().px(LENGTH)) != null || owner.equals(redis.get(key(id)));
    }

    /** Gives it back, if it still is ours. */
    void release(ConversationId id) {
        redis.eval(DELETE_IF_MINE, ScriptOutputType.INTEGER, new String[] {key(id)}, owner);
    }

    private static String key(ConversationId id) {
        return "guanjia:turn:{" + id.value() + "}";
    }
}
