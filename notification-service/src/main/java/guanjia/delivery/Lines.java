package guanjia.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SequencedSet;

/**
 * What waits for one sender, a line per address: only the head of a line is ever out, so that an address gets its messages in order, also
 * across retries. A line goes as early as the most urgent message in it. Safe for use by many threads.
 */
final class Lines {
    /** Campaigns keep at least a tenth. */
    private static final int OTHERS_PER_CAMPAIGN = 9;

    private final Clock clock;
    private final Map<Address, Line> lines = new HashMap<>();
    private final EnumMap<Lane, SequencedSet<Line>> ready = new EnumMap<>(Lane.class);
    private final PriorityQueue<Line> parked = new PriorityQueue<>(Comparator.comparing((Line line) -> line.notBefore));
    private int othersInARow;

    private static final class Line {
        final PriorityQueue<Outgoing> waiting = new PriorityQueue<>(Outgoing.BY_ORDER);
        boolean out;
        boolean isParked;
        Instant notBefore = Instant.EPOCH;

        Outgoing head() {
            return java.util.Objects.requireNonNull(waiting.peek());
        }

        Lane lane() {
            return waiting.stream()
                    .map(Outgoing::lane)
                    .min(Comparator.naturalOrder())
                    .orElse(Lane.CAMPAIGN);
        }
    }

    /** @param clock real time */
    Lines(Clock clock) {
        this.clock = clock;
        for (Lane lane : Lane.values()) {
            ready.put(lane, new LinkedHashSet<>());
        }
    }

    /** @param notBefore when its line may go on at the earliest; the epoch for at once */
    synchronized void add(Outgoing message, Instant notBefore) {
        Line line = lines.computeIfAbsent(message.address(), address -> new Line());
        ready.values().forEach(some -> some.remove(line));
        line.waiting.add(message);
        if (notBefore.isAfter(line.notBefore)) {
            line.notBefore = notBefore;
        }
        queue(line);
    }

    /** The next head to try, now out until it is given back; waits for one, at most so long. */
    synchronized Optional<Outgoing> take(Duration patience) throws InterruptedException {
        Instant until = clock.instant().plus(patience);
        for (Line line = next(); ; line = next()) {
            if (line != null) {
                line.out = true;
                return Optional.of(line.head());
            }
            long left = Duration.between(clock.instant(), until).toMillis();
            if (left <= 0) {
                return Optional.empty();
            }
            Line soonest = parked.peek();
            long due = soonest == null
                    ? left
                    : Duration.between(clock.instant(), soonest.notBefore).toMillis() + 1;
            wait(Math.max(1, Math.min(left, due)));
        }
    }

    /** It is settled: the next of its address may go. @return whether the line is empty now */
    synchronized boolean done(Outgoing message) {
        Line line = java.util.Objects.requireNonNull(lines.get(message.address()));
        line.waiting.removeIf(some -> some.id().equals(message.id()));
        line.out = false;
        if (line.waiting.isEmpty()) {
            lines.remove(message.address());
            return true;
        }
        queue(line);
        return false;
    }

    /** It wasn't its turn after all: it stays first of its line. */
    synchronized void giveBack(Outgoing message) {
        park(message, Instant.EPOCH);
    }

    /** It is tried again later, in this shape; those behind it wait too. */
    synchronized void park(Outgoing message, Instant notBefore) {
        Line line = java.util.Objects.requireNonNull(lines.get(message.address()));
        line.waiting.removeIf(some -> some.id().equals(message.id()));
        line.waiting.add(message);
        line.notBefore = notBefore;
        line.out = false;
        queue(line);
    }

    /** Waits a moment, less when something more urgent than this lane comes. */
    synchronized void pause(Duration length, Lane than) throws InterruptedException {
        long until = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0 && !hasBefore(than); left = until - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }

    /** What waits, a lane. */
    synchronized Map<Lane, Backlog> backlog() {
        EnumMap<Lane, Backlog> counted = new EnumMap<>(Lane.class);
        for (Line line : lines.values()) {
            for (Outgoing message : line.waiting) {
                counted.merge(message.lane(), new Backlog(1, message.order()), Backlog::plus);
            }
        }
        return counted;
    }

    /** @param count how many @param oldest the lowest order among them */
    record Backlog(int count, long oldest) {
        Backlog plus(Backlog other) {
            return new Backlog(count + other.count, Math.min(oldest, other.oldest));
        }
    }

    private boolean hasBefore(Lane lane) {
        return ready.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey().compareTo(lane) < 0 && !entry.getValue().isEmpty());
    }

    private void queue(Line line) {
        if (line.out) {
            return;
        }
        if (line.notBefore.isAfter(clock.instant())) {
            if (!line.isParked) {
                line.isParked = true;
                parked.add(line);
            }
        } else if (!line.isParked) {
            readyIn(line.lane()).add(line);
        }
        notifyAll();
    }

    private @org.jspecify.annotations.Nullable Line next() {
        Instant now = clock.instant();
        for (Line due = parked.peek(); due != null && !due.notBefore.isAfter(now); due = parked.peek()) {
            parked.remove();
            due.isParked = false;
            queue(due);
        }
        SequencedSet<Line> campaigns = readyIn(Lane.CAMPAIGN);
        if (othersInARow >= OTHERS_PER_CAMPAIGN && !campaigns.isEmpty()) {
            othersInARow = 0;
            return campaigns.removeFirst();
        }
        for (Map.Entry<Lane, SequencedSet<Line>> entry : ready.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                othersInARow = entry.getKey() == Lane.CAMPAIGN ? 0 : othersInARow + 1;
                return entry.getValue().removeFirst();
            }
        }
        return null;
    }

    private SequencedSet<Line> readyIn(Lane lane) {
        return java.util.Objects.requireNonNull(ready.get(lane));
    }
}
