package guanjia.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and when a message is tried again that was certainly not sent. The waits double from the first to the longest, with a fifth of
 * jitter either way. Waits that the provider orders for the whole channel don't count as attempts.
 *
 * @param attempts how many in all, then it is given up
 * @param first the wait after the first attempt
 * @param longest the longest wait
 */
record RetryPolicy(int attempts, Duration first, Duration longest) {
    private static final double JITTER = 0.2;

    static RetryPolicy of(Lane lane) {
        return switch (lane) {
            case EMERGENCY -> new RetryPolicy(40, Duration.ofSeconds(1), Duration.ofSeconds(15));
            case REPLY -> new RetryPolicy(10, Duration.ofSeconds(1), Duration.ofSeconds(60));
            case TRANSACTIONAL -> new RetryPolicy(12, Duration.ofSeconds(3), Duration.ofMinutes(10));
            case CAMPAIGN -> new RetryPolicy(6, Duration.ofSeconds(10), Duration.ofMinutes(10));
        };
    }

    boolean isExhaustedBy(int made) {
        return made >= attempts;
    }

    /** @param made attempts made, from 1 @param wanted what the provider asked for at least */
    Duration pause(int made, Duration wanted, RandomGenerator random) {
        Duration doubled = first.multipliedBy(1L << Math.min(made - 1, 20));
        Duration capped = doubled.compareTo(longest) > 0 ? longest : doubled;
        double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
        Duration own = Duration.ofNanos((long) (capped.toNanos() * factor));
        return own.compareTo(wanted) > 0 ? own : wanted;
    }
}
