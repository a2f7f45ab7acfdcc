package guanjia.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Lets the messages of one sender out, the most urgent first, each when the limits allow it. One thread asks for all, so that waiting
 * messages don't besiege Redis, and hands each to a worker.
 */
final class Pump {
    private static final Duration LOOKS_AGAIN = Duration.ofSeconds(1);
    /** Without Redis: how often it is asked again. */
    private static final Duration REDIS_AGAIN = Duration.ofMillis(500);
    /** Without Redis emergencies go at this pace, a process. */
    private static final Duration ALONE = Duration.ofSeconds(1);

    private final Lines lines;
    private final Limits limits;
    private final Rate rate;
    private final Semaphore workers;
    private final Consumer<Outgoing> attempt;
    private final Clock clock;
    private volatile boolean running = true;
    private long lastAlone = System.nanoTime() - ALONE.toNanos();
    private final Thread thread;

    /** @param workers sends in flight of the whole process @param attempt makes the attempt; gives the message back to the lines */
    Pump(Lines lines, Limits limits, Rate rate, Semaphore workers, Consumer<Outgoing> attempt, Clock clock) {
        this.lines = lines;
        this.limits = limits;
        this.rate = rate;
        this.workers = workers;
        this.attempt = attempt;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("delivery-pump").start(this::run);
    }

    Lines lines() {
        return lines;
    }

    /** Lets nothing new out. */
    void stop() {
        running = false;
        thread.interrupt();
    }

    private void run() {
        while (running) {
            try {
                Optional<Outgoing> head = lines.take(LOOKS_AGAIN);
                if (head.isPresent()) {
                    letOut(head.get());
                }
            } catch (InterruptedException e) {
                return; // stop() was called
            }
        }
    }

    private void letOut(Outgoing head) throws InterruptedException {
        if (head.address().channel() == ChannelKind.WEB) {
            start(head);
            return;
        }
        switch (limits.take(rate, head.lane(), head.address())) {
            case Grant.Go go -> start(head);
            case Grant.SenderWaits waits -> {
                lines.giveBack(head);
                pause(waits.pause(), head.lane());
            }
            case Grant.AddressWaits waits -> lines.park(head, clock.instant().plus(waits.pause()));
            case Grant.Unknown unknown -> withoutRedis(head);
        }
    }

    private void withoutRedis(Outgoing head) throws InterruptedException {
        if (head.lane() == Lane.EMERGENCY && System.nanoTime() - lastAlone >= ALONE.toNanos()) {
            lastAlone = System.nanoTime();
            start(head);
            return;
        }
        lines.giveBack(head);
        lines.pause(REDIS_AGAIN, head.lane());
    }

    private void pause(Duration length, Lane lane) throws InterruptedException {
        if (length.toMillis() < 2) {
            LockSupport.parkNanos(length.toNanos());
        } else {
            lines.pause(length, lane);
        }
    }

    private void start(Outgoing head) throws InterruptedException {
        try {
            workers.acquire();
        } catch (InterruptedException e) {
            lines.giveBack(head);
            throw e;
        }
        Thread.ofVirtual().name("delivery-worker").start(() -> {
            try {
                attempt.accept(head);
            } finally {
                workers.release();
            }
        });
    }
}
