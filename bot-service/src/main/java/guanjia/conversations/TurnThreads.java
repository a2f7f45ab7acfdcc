package guanjia.conversations;

import java.time.Duration;

/** The threads that turns run on. */
interface TurnThreads extends AutoCloseable {
    /** Runs it in the background. */
    void run(Runnable task);

    /** Runs it in the background after a while, if the process still lives then. */
    void runIn(Duration delay, Runnable task);

    /** Runs it again and again. @param pause between two runs */
    void runEvery(Duration pause, Runnable task);

    /** Lets running turns end; what has not begun lies in the store. */
    @Override
    void close();
}
