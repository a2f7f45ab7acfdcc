package guanjia.bench;

import guanjia.bench.Crowd.Move;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** Sends the crowd's updates to a webhook. */
record Load(Crowd crowd, Webhook webhook) {
    /** Telegram gives up long after this. */
    static final Duration REDELIVERY = Duration.ofMinutes(10);

    /** Patience for an answer when nothing is broken but the machine may be busy with other things. */
    static final Duration PATIENCE = Duration.ofSeconds(180);

    /** Every resident's first word. @param atOnce how many at a time */
    void begin(int atOnce) {
        AtomicInteger left = new AtomicInteger(crowd.size());
        int answered = closed(atOnce, () -> left.getAndDecrement() > 0, crowd::begin, Load::isAnswered);
        if (answered < crowd.size()) {
            throw new IllegalStateException("Only " + answered + " of " + crowd.size() + " first words were answered");
        }
    }

    /**
     * Open loop: updates arrive at a steady rate, however slow the answers are.
     *
     * @return all of them, as soon as the last is taken
     */
    List<Asked> steady(int perSecond, Duration length) {
        long gap = 1_000_000_000L / perSecond;
        long begin = System.nanoTime() + gap;
        int count = (int) (length.toNanos() / gap);
        List<Asked> all = new ArrayList<>(count);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                long due = begin + i * gap;
                waitUntil(due);
                Move move = crowd.next(due);
                all.add(move.asked());
                senders.execute(() -> webhook.deliver(move.update(), REDELIVERY));
            }
        }
        return all;
    }

    /** Closed loop: so many at a time, each waits for its answer before the next. @return answers a second */
    double saturating(int atOnce, Duration length) {
        return saturating(atOnce, length, Load::isAnswered);
    }

    /** The same for a handler that doesn't answer: each waits for the 2xx. @return posts a second */
    double saturatingPosts(int atOnce, Duration length) {
        return saturating(atOnce, length, move -> true);
    }

    private double saturating(int atOnce, Duration length, Predicate<Move> isDone) {
        long begin = System.nanoTime();
        int done = closed(atOnce, () -> System.nanoTime() - begin < length.toNanos(), crowd::next, isDone);
        return done / ((System.nanoTime() - begin) / 1e9);
    }

    private static boolean isAnswered(Move move) {
        return move.asked().answer(PATIENCE).isPresent();
    }

    /** @return how many were done */
    private int closed(int atOnce, BooleanSupplier more, LongFunction<Move> moves, Predicate<Move> isDone) {
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < atOnce; i++) {
                senders.execute(() -> {
                    while (more.getAsBoolean()) {
                        Move move = moves.apply(System.nanoTime());
                        if (webhook.deliver(move.update(), REDELIVERY) && isDone.test(move)) {
                            done.incrementAndGet();
                        }
                    }
                });
            }
        }
        return done.get();
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
