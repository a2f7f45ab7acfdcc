package guanjia.conversations;

import org.springframework.context.SmartLifecycle;

/**
 * Something that keeps streams to pages open. Open streams would hold up the web server's stop: they end first, and pages connect again, to
 * this or another process.
 */
public abstract class OpenFeed implements SmartLifecycle {
    private volatile boolean running;

    /** Ends all open streams. */
    protected abstract void end();

    @Override
    public final void start() {
        running = true;
    }

    @Override
    public final void stop() {
        running = false;
        end();
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    /** The server stops at a smaller one. */
    @Override
    public final int getPhase() {
        return Integer.MAX_VALUE;
    }
}
