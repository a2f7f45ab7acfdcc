package guanjia.inbound;

import org.springframework.context.SmartLifecycle;

/** Work on a virtual thread of its own from the start of the process to its stop, which interrupts it. */
abstract class InBackground implements SmartLifecycle {
    private final String name;
    private volatile boolean running;
    private Thread thread = Thread.currentThread();

    /** @param name of the thread */
    InBackground(String name) {
        this.name = name;
    }

    /** Returns when it is done, or soon after {@link #isRunning()} has become false. */
    abstract void work();

    @Override
    public final synchronized void start() {
        running = true;
        thread = Thread.ofVirtual().name(name).start(this::work);
    }

    @Override
    public final synchronized void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
