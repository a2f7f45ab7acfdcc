package guanjia.inbound;

import guanjia.delivery.ChannelKind;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts what came in, by channel, outcome and kind, never by content or sender: {@code guanjia.inbound}. Kinds are names from our own
 * lists, so that nobody outside can make up new ones. Safe for use by many threads.
 */
final class InboundMeter {
    /** What became of an update. */
    enum Outcome {
        TAKEN,
        IGNORED,
        BROKEN,
        FORGED,
        STORE_AWAY
    }

    private final MeterRegistry registry;

    InboundMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(ChannelKind channel, Outcome outcome, String kind) {
        registry.counter("guanjia.inbound", "channel", channel.name(), "outcome", outcome.name(), "kind", kind)
                .increment();
    }

    double counted(ChannelKind channel, Outcome outcome, String kind) {
        return registry.counter("guanjia.inbound", "channel", channel.name(), "outcome", outcome.name(), "kind", kind)
                .count();
    }
}
