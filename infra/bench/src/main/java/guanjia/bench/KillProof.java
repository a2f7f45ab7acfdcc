package guanjia.bench;

import guanjia.bench.Crowd.Move;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * {@code kill -9} of the whole product in the middle of 200 updates, restart, redelivery of what wasn't acknowledged: each update is
 * answered exactly once. A reply on its way at the kill may come again, at most one a worker.
 */
final class KillProof {
    static final int UPDATES = 200;

    /** Sends in flight of one process, which nobody can tell from sent ones after a kill. */
    static final int WORKERS = 32;

    private static final Pattern WENT_ON = Pattern.compile("this one goes on with them");

    private final Stage stage;
    private final Random random;

    KillProof(Stage stage) {
        this.stage = stage;
        this.random = new Random(stage.seed());
    }

    /**
     * What became of one round's updates.
     *
     * @param after how many were acknowledged at the kill
     * @param ready how long the restart took
     */
    record Round(int after, Duration ready, Outcome outcome) {
        boolean holds() {
            return outcome.lost() == 0 && outcome.doubles() <= WORKERS;
        }

        @Override
        public String toString() {
            return "killed after " + after + " acknowledged, ready again in " + ready.toMillis() / 100 / 10.0 + " s: "
                    + outcome;
        }
    }

    /** One kill. Returns when the dead process's messages are taken over and every update is answered, or isn't in time. */
    Round round() {
        int after = UPDATES / 10 + random.nextInt(UPDATES * 8 / 10);
        List<Asked> all = new ArrayList<>();
        CountDownLatch killed = new CountDownLatch(1);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicInteger acknowledged = new AtomicInteger();
            for (int i = 0; i < UPDATES; i++) {
                Move move = stage.crowd().next(System.nanoTime());
                all.add(move.asked());
                senders.execute(() -> {
                    boolean taken = stage.load().webhook().deliver(move.update(), Load.REDELIVERY);
                    if (taken && acknowledged.incrementAndGet() == after) {
                        stage.product().server().kill();
                        killed.countDown();
                    }
                });
            }
            killed.await();
            Duration ready = stage.product().start();
            senders.shutdown();
            stage.product().server().await(WENT_ON, 1, Load.PATIENCE);
            return new Round(after, ready, Outcome.of(all, Load.PATIENCE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
