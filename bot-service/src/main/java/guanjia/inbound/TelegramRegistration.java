package guanjia.inbound;

import guanjia.delivery.TelegramApi.TelegramAway;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Telegram once after the start where to push to; again and again until it listens. */
final class TelegramRegistration extends InBackground {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramRegistration.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Runnable register;

    TelegramRegistration(Runnable register) {
        super("telegram-registration");
        this.register = register;
    }

    /** For the operator: Telegram's own refusals say which call they are about; anything else may hold what must not be logged. */
    static String why(RuntimeException failure) {
        return failure instanceof TelegramAway
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName() + ".";
    }

    @Override
    void work() {
        while (isRunning()) {
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
