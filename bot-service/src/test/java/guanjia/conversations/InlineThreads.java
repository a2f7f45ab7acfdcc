package guanjia.conversations;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs everything at once on the caller's thread, and what is for later when the test says that the time has come. */
final class InlineThreads implements TurnThreads {
    private final List<Runnable> later = new CopyOnWriteArrayList<>();

    @Override
    public void run(Runnable task) {
        task.run();
    }

    @Override
    public void runIn(Duration delay, Runnable task) {
        later.add(task);
    }

    @Override
    public void runEvery(Duration pause, Runnable task) {
        throw new UnsupportedOperationException("tests sweep by hand");
    }

    /** The time has come. */
    void runDue() {
        List<Runnable> due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
    }

    @Override
    public void close() {
        later.clear();
    }
}
