package guanjia.inbound;

import guanjia.stores.TroubleLog;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps fetching while this process holds the lease; two virtual threads, one fetches, one renews. */
final class TelegramPolling implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramPolling.class);
    private static final TroubleLog TROUBLE = TroubleLog.of(TelegramPolling.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    /** Whether the lease of another process has ended. */
    private static final Duration LOOKS_AGAIN = Duration.ofMillis(500);

    private final TelegramPoll poll;
    private final PollingLease lease;
    private final Runnable beforeFirst;
    private volatile boolean running;
    private volatile boolean held;
    private Thread fetching = Thread.currentThread();
    private Thread renewing = Thread.currentThread();

    /** @param beforeFirst what Telegram must be told first, done again until it works */
    TelegramPolling(TelegramPoll poll, PollingLease lease, Runnable beforeFirst) {
        this.poll = poll;
        this.lease = lease;
        this.beforeFirst = beforeFirst;
    }

    @Override
    public synchronized void start() {
        running = true;
        renewing = Thread.ofVirtual().name("telegram-lease").start(this::renew);
        fetching = Thread.ofVirtual().name("telegram-polling").start(this::fetch);
    }

    /** What was fetched and not yet stored isn't lost: the offset hasn't moved past it. */
    @Override
    public synchronized void stop() {
        running = false;
        renewing.interrupt();
        fetching.interrupt();
        try {
            renewing.join(LONGEST_STOP);
            if (!fetching.join(LONGEST_STOP)) {
                LOG.warn("The fetching from Telegram didn't stop in {} and is left behind.", LONGEST_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lease.release();
        lease.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void renew() {
        while (running) {
            try {
                held = lease.hold();
            } catch (RuntimeException e) {
                TROUBLE.tell("The lease on Telegram's updates can't be renewed; tried again", e);
            }
            sleep(held ? PollingLease.LASTS.dividedBy(3) : LOOKS_AGAIN);
        }
    }

    private void fetch() {
        boolean prepared = false;
        while (running) {
            if (!held) {
                sleep(Duration.ofMillis(200));
            } else if (!prepared) {
                prepared = prepare();
            } else {
                sleep(poll.once());
            }
        }
    }

    private boolean prepare() {
        try {
            beforeFirst.run();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Telegram can't be prepared yet: {} Tried again in 5 s.", TelegramRegistration.why(e));
            sleep(Duration.ofSeconds(5));
            return false;
        }
    }

    private static void sleep(Duration pause) {
        if (pause.isZero()) {
            return;
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // only stop() interrupts, and the loop looks at running
        }
    }
}
