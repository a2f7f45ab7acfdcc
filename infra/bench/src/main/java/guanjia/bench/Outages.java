package guanjia.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Takes something away under load and brings it back: what was acknowledged is answered once, what wasn't is delivered again, and the
 * product goes on by itself.
 *
 * @param perSecond updates a second
 * @param away how long it is gone
 */
record Outages(Stage stage, int perSecond, Duration away) {
    private static final Duration BEFORE = Duration.ofSeconds(1);
    private static final Duration AFTER = Duration.ofSeconds(2);

    /** What the product promises after a failure. */
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    /**
     * What happened.
     *
     * @param recovered from the return until a new update was taken and answered
     * @param answers of the webhook, by status, 0 for a broken connection
     */
    record Result(String what, Duration recovered, Map<Integer, Integer> answers, Outcome outcome) {
        boolean holds() {
            return outcome.lost() == 0 && outcome.doubles() == 0 && recovered.compareTo(RECOVERY) <= 0;
        }

        @Override
        public String toString() {
            return what + ": recovered in " + recovered.toMillis() / 100 / 10.0 + " s; webhook answered " + answers
                    + "; " + outcome;
        }
    }

    /** So many residents are needed that nobody is asked twice while answers wait. */
    static int residents(int perSecond, Duration away) {
        return (int) (perSecond * BEFORE.plus(away).plus(AFTER).toSeconds()) + 1;
    }

    /** @param takeAway does so, and returns what brings it back */
    Result during(String what, Supplier<Runnable> takeAway) {
        Webhook webhook = new Webhook(stage.product().port(), "/webhooks/telegram");
        Load load = new Load(stage.crowd(), webhook);
        Duration length = BEFORE.plus(away).plus(AFTER);
        CompletableFuture<List<Asked>> sending = CompletableFuture.supplyAsync(() -> load.steady(perSecond, length));
        pause(BEFORE);
        Runnable bringBack = takeAway.get();
        pause(away);
        bringBack.run();
        Duration recovered = probe(webhook);
        return new Result(what, recovered, webhook.answers(), Outcome.of(sending.join(), Load.PATIENCE));
    }

    private Duration probe(Webhook webhook) {
        long begin = System.nanoTime();
        Crowd.Move move = stage.crowd().next(begin);
        webhook.deliver(move.update(), Load.PATIENCE);
        return move.asked().answer(Load.PATIENCE).orElse(Load.PATIENCE);
    }

    private static void pause(Duration length) {
        try {
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
