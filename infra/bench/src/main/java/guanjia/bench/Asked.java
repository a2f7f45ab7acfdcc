package guanjia.bench;

import guanjia.bench.FakeTelegram.Message;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** One act that waits for its answer, and what came. Safe for use by many threads. */
final class Asked {
    private final Act act;
    private final long due;
    private final CompletableFuture<Long> answer = new CompletableFuture<>();
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final AtomicInteger doubles = new AtomicInteger();

    /** @param due {@link System#nanoTime()} at which it was to arrive at the webhook */
    Asked(Act act, long due) {
        this.act = act;
        this.due = due;
    }

    Act act() {
        return act;
    }

    /** Whatever is said in the chat now answers this; the same words twice are a double. */
    void hear(Message message) {
        if (!heard.add(message.text())) {
            doubles.incrementAndGet();
        }
        answer.complete(message.at() - due);
    }

    /** How often something was said again. */
    int doubles() {
        return doubles.get();
    }

    /** How long the first answer took; waits for it. @return empty if there is none in time */
    Optional<Duration> answer(Duration patience) {
        try {
            return Optional.of(Duration.ofNanos(answer.get(patience.toNanos(), TimeUnit.NANOSECONDS)));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
