package guanjia.infra;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a Redis from acknowledging what it can't store. On a full disk Redis notices only when it writes, after it has answered; so it is told
 * to refuse writes while some space is left, by the two limits it has for that: one refuses commands, the other what scripts do.
 */
final class RedisSpaceWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisSpaceWatch.class);
    private static final Map<String, String> REFUSE = Map.of("min-replicas-to-write", "1", "maxmemory", "1");
    private static final Map<String, String> TAKE = Map.of("min-replicas-to-write", "0", "maxmemory", "0");

    private final FreeSpace space;
    private final int port;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("redis-space").daemon().factory());
    private boolean refusing;

    private RedisSpaceWatch(Path directory, int port) {
        this.space = new FreeSpace(directory);
        this.port = port;
    }

    static RedisSpaceWatch start(Path directory, int port) {
        RedisSpaceWatch watch = new RedisSpaceWatch(directory, port);
        watch.look();
        watch.clock.scheduleWithFixedDelay(
                watch::look, FreeSpace.LOOK_AGAIN_MILLIS, FreeSpace.LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    @Override
    public void close() {
        clock.close();
    }

    private void look() {
        boolean refuse = !space.forWrites();
        if (refuse != refusing && configure(refuse ? REFUSE : TAKE).isPresent()) {
            refusing = refuse;
            LOG.warn(
                    refuse
                            ? "The disk is nearly full: Redis takes no writes until there is space again"
                            : "There is space on the disk again: Redis takes writes");
        }
    }

    private Optional<Boolean> configure(Map<String, String> limits) {
        return RedisProcess.ask(port, commands -> {
            limits.forEach(commands::configSet); // several at once only from Redis 7 on
            return true;
        });
    }
}
