package guanjia.bench;

import java.time.Duration;
import java.util.Map;

/**
 * From an update's scheduled arrival at the webhook to the arrival of its answer at Telegram, at a steady rate.
 *
 * @param residents conversations in the store, each with a first word
 * @param perSecond updates a second
 * @param warmUp unmeasured, at the same rate
 * @param length measured
 */
record Speed(int residents, int perSecond, Duration warmUp, Duration length) {
    static final Speed FULL = new Speed(20_000, 200, Duration.ofSeconds(150), Duration.ofSeconds(60));
    static final Speed BRIEF = new Speed(300, 50, Duration.ZERO, Duration.ofSeconds(5));

    private static final double P50 = 8;
    private static final double P99 = 100;
    private static final long MEGABYTES = 700;

    /** @param memory of the product's own process @param redis of the redis-server beside it */
    record Measured(Outcome outcome, Memory memory, Memory redis) {
        boolean holds() {
            return outcome.lost() == 0
                    && outcome.doubles() == 0
                    && outcome.percentile(0.5) < P50
                    && outcome.percentile(0.99) < P99
                    && memory.now() <= MEGABYTES;
        }
    }

    /** How fast it is while the JDK's compiler is still at work is printed, too: each restart begins like that. */
    private static final Duration STEP = Duration.ofSeconds(30);

    /** Opens a stage of its own on embedded stores. */
    Measured measure() {
        try (Stage stage = Stage.open("load", residents, Map.of())) {
            return measure(stage);
        }
    }

    Measured measure(Stage stage) {
        for (Duration done = Duration.ZERO; done.compareTo(warmUp) < 0; done = done.plus(STEP)) {
            Outcome cold = Outcome.of(stage.load().steady(perSecond, STEP), Load.PATIENCE);
            Stage.say("warm-up from " + done.toSeconds() + " s: " + cold);
        }
        Outcome outcome = Outcome.of(stage.load().steady(perSecond, length), Load.PATIENCE);
        Memory redis = LeftRedis.in(stage.product().dataFolder())
                .map(left -> Memory.of(left.process().pid()))
                .orElse(new Memory(0, 0));
        return new Measured(outcome, Memory.of(stage.product().server().pid()), redis);
    }
}
