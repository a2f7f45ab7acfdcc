package guanjia.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of the updates of a run.
 *
 * @param sent how many
 * @param unanswered those without an answer in time
 * @param doubles answers that came again
 * @param millis from the scheduled arrival at the webhook to the arrival of the answer at Telegram, in order
 */
record Outcome(int sent, List<Act> unanswered, int doubles, List<Double> millis) {
    /** Waits for the answers. @param patience for all of them together */
    static Outcome of(List<Asked> all, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        List<Act> unanswered = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        for (Asked asked : all) {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            Optional<Duration> answer = asked.answer(left);
            answer.ifPresentOrElse(took -> millis.add(took.toNanos() / 1e6), () -> unanswered.add(asked.act()));
        }
        int doubles = all.stream().mapToInt(Asked::doubles).sum();
        return new Outcome(
                all.size(),
                List.copyOf(unanswered),
                doubles,
                millis.stream().sorted().toList());
    }

    int lost() {
        return unanswered.size();
    }

    /** @param share 0.99 for the 99th percentile */
    double percentile(double share) {
        return millis.isEmpty() ? Double.NaN : millis.get((int) Math.ceil(share * millis.size()) - 1);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d updates, %d lost, %d doubled; ms: p50 %.1f, p90 %.1f, p99 %.1f, p99.9 %.1f, most %.1f",
                sent,
                lost(),
                doubles,
                percentile(0.5),
                percentile(0.9),
                percentile(0.99),
                percentile(0.999),
                percentile(1));
    }
}
