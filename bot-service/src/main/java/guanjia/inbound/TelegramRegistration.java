package guanjia.inbound;

import guanjia.delivery.TelegramApi.TelegramAway;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Tells Telegram once after the start where to push to; again and again until it listens. */
final class TelegramRegistration implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramRegistration.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Runnable register;
    private volatile boolean running;
    private Thread thread = Thread.currentThread();

    TelegramRegistration(Runnable register) {
        this.register = register;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofVirtual().name("telegram-registration").start(this::untilDone);
    }

    @Override
    public synchronized void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** For the operator: Telegram's own refusals say which call they are about; anything else may hold what must not be logged. */
    static String why(RuntimeException failure) {
        return failure instanceof TelegramAway
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName() + ".";
    }

    private void untilDone() {
        while (running) {
            try {
                register.run();
                return;
            } catch (RuntimeException e) {
                LOG.warn("Telegram can't be told our address: {} Tried again in 5 s.", why(e));
            }
            try {
                Thread.sleep(AGAIN);
            } catch (InterruptedException e) {
                return; // stop() was called
            }
        }
    }
}
