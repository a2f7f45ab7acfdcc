package guanjia.conversations;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A virtual thread a turn. Not an executor itself: a bean of that type would take the place of the one that
 * runs the controllers.
 */
final class VirtualTurnThreads implements TurnThreads {
    private final ExecutorService turns = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("turn-", 0).factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("turn-timer").factory());

    @Override
    public void run(Runnable task) {
        turns.execute(task);
    }

    @Override
    public void runIn(Duration delay, Runnable task) {
        timer.schedule(() -> run(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void runEvery(Duration pause, Runnable task) {
        timer.scheduleWithFixedDelay(() -> run(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets running turns end; what has not begun lies in the store. */
    @Override
    public void close() {
        timer.shutdownNow();
        turns.close();
    }
}
