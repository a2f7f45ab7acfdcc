package guanjia.delivery;

import guanjia.infra.TestStores;
import io.lettuce.core.RedisClient;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

/** The page reads the transcript itself, so the only thing that can fail is the nudge, and that is no failure. */
class WebContractTest extends ChannelContract {
    private final AtomicInteger nudged = new AtomicInteger();
    private RedisClient redis;

    @AfterEach
    void stop() {
        if (redis != null) {
            redis.shutdown(java.time.Duration.ZERO, java.time.Duration.ofSeconds(1));
        }
    }

    @Override
    Channel with(Provider provider) {
        return switch (provider) {
            case TAKES -> {
                redis = TestStores.newRedisClient();
                yield counted(new RedisWebNudges(redis));
            }
            default -> null;
        };
    }

    @Override
    Address somebody() {
        return new Address(ChannelKind.WEB, "w1");
    }

    @Override
    int posts() {
        return nudged.get();
    }

    private Channel counted(WebNudges nudges) {
        return new WebChannel(new WebNudges() {
            @Override
            public void nudge(String conversation) {
                nudged.incrementAndGet();
                nudges.nudge(conversation);
            }

            @Override
            public Listening listen(String conversation, Runnable heard) {
                return nudges.listen(conversation, heard);
            }
        });
    }
}
