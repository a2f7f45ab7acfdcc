package guanjia.delivery;

import guanjia.delivery.Lines.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Figures for operations; labels are channel, lane and outcome, never a person. */
final class DeliveryMeter {
    private final MeterRegistry registry;

    DeliveryMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    void sent(Outgoing message, SendOutcome outcome) {
        count("guanjia.delivery.attempts", message, outcome.getClass().getSimpleName());
    }

    void settled(Outgoing message, DeliveryState state) {
        count("guanjia.delivery.settled", message, state.name());
    }

    /** Shows what waits in this process: how many, and for how many seconds the oldest does. */
    void watch(Supplier<Map<Lane, Backlog>> backlog, Clock clock) {
        for (Lane lane : Lane.values()) {
            Gauge.builder("guanjia.delivery.queued", () -> backlog(backlog, lane)
                            .count())
                    .tag("lane", lower(lane))
                    .register(registry);
            Gauge.builder("guanjia.delivery.oldest.seconds", () -> age(backlog(backlog, lane), clock))
                    .tag("lane", lower(lane))
                    .register(registry);
        }
    }

    private static Backlog backlog(Supplier<Map<Lane, Backlog>> all, Lane lane) {
        return all.get().getOrDefault(lane, new Backlog(0, 0));
    }

    private static double age(Backlog backlog, Clock clock) {
        return backlog.count() == 0 ? 0 : clock.millis() / 1e3 - backlog.oldest() / 1e9;
    }

    private void count(String name, Outgoing message, String outcome) {
        registry.counter(
                        name,
                        "channel",
                        lower(message.address().channel()),
                        "lane",
                        lower(message.lane()),
                        "outcome",
                        outcome.toLowerCase(Locale.ROOT))
                .increment();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
