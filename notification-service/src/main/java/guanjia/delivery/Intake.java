package guanjia.delivery;

import com.mongodb.MongoInterruptedException;
import guanjia.stores.TroubleLog;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what processes without the notifier's role left. One notifier at a time does so, by a lease, or messages to one address could
 * overtake each other. Without Redis each looks: no message is sent twice, but the order isn't kept.
 */
final class Intake implements AutoCloseable {
    private static final TroubleLog TROUBLE = TroubleLog.of(Intake.class);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration LOOKS_AGAIN = Duration.ofSeconds(2);

    private final RedisClient client;
    private final String key;
    private final String self;
    private final Wakes wakes;
    private final Runnable takeOver;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("delivery-intake").unstarted(this::run);
    private volatile boolean running = true;
    private @Nullable StatefulRedisConnection<String, String> connection;

    /** @param self this process, unlike any other @param takeOver takes what was left over */
    Intake(RedisClient client, String keys, String self, Wakes wakes, Runnable takeOver) {
        this.client = client;
        this.key = keys + "intake";
        this.self = self;
        this.wakes = wakes;
        this.takeOver = takeOver;
    }

    void start() {
        wakes.listen(woken::release);
        thread.start();
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
        try {
            if (thread.getState() != Thread.State.NEW) {
                thread.join(Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (connection != null) {
                connection.close();
            }
        }
    }

    private void run() {
        while (running) {
            try {
                if (isMine()) {
                    takeOver.run();
                }
            } catch (MongoInterruptedException e) {
                return; // close() was called
            } catch (RuntimeException e) {
                TROUBLE.tell("What was left can't be looked for now; tried again", e);
            }
            try {
                if (woken.tryAcquire(LOOKS_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
            } catch (InterruptedException e) {
                return; // close() was called
            }
        }
    }

    private boolean isMine() {
        try {
            var redis = connected().sync();
            if (redis.set(key, self, SetArgs.Builder.nx().px(LEASE)) != null) {
                return true;
            }
            return self.equals(redis.get(key)) && redis.pexpire(key, LEASE);
        } catch (RedisException e) {
            return true;
        }
    }

    private synchronized StatefulRedisConnection<String, String> connected() {
        if (connection == null) {
            connection = client.connect();
        }
        return Objects.requireNonNull(connection);
    }
}
