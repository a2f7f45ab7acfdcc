package guanjia.delivery;

import guanjia.delivery.DeliveryGate.Verdict;
import guanjia.stores.TroubleLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One attempt at one message: checked, made, recorded. Safe for use by many threads. */
final class Attempts {
    private static final TroubleLog TROUBLE = TroubleLog.of(Attempts.class);
    /** After this long the store is asked again whether the row is ours: another process may have taken us for dead. */
    private static final Duration TRUSTED = Duration.ofSeconds(5);
    /** Twilio's list shows a message some seconds after it was taken. */
    private static final Duration BEFORE_LOOK_UP = Duration.ofSeconds(5);

    private static final Duration STORE_AGAIN = Duration.ofSeconds(1);

    /** What is next for a message. */
    sealed interface Next {
        record Done() implements Next {}

        record Later(Outgoing message, Instant notBefore) implements Next {}
    }

    private final MongoDeliveries rows;
    private final Map<ChannelKind, Channel> channels;
    private final List<DeliveryGate> gates;
    private final MongoClosedAddresses closed;
    private final StoredReceipts receipts;
    private final Limits limits;
    private final String owner;
    private final Clock real;
    private final Clock business;
    private final RandomGenerator random;
    private final DeliveryMeter meter;
    private final Listeners listeners;

    Attempts(
            MongoDeliveries rows,
            Map<ChannelKind, Channel> channels,
            List<DeliveryGate> gates,
            List<DeliveryListener> listeners,
            MongoClosedAddresses closed,
            StoredReceipts receipts,
            Limits limits,
            String owner,
            Clock real,
            Clock business,
            RandomGenerator random,
            DeliveryMeter meter) {
        this.rows = rows;
        this.channels = channels;
        this.gates = gates;
        this.listeners = new Listeners(listeners);
        this.closed = closed;
        this.receipts = receipts;
        this.limits = limits;
        this.owner = owner;
        this.real = real;
        this.business = business;
        this.random = random;
        this.meter = meter;
    }

    /** Makes the attempt. Where the store is away the message stays as it is, and is tried again. */
    Next make(Outgoing message) {
        try {
            return check(message);
        } catch (RuntimeException e) {
            TROUBLE.tell("A delivery waits and is tried again", e);
            return new Next.Later(message, real.instant().plus(STORE_AGAIN));
        }
    }

    private Next check(Outgoing message) {
        Channel channel = channels.get(message.address().channel());
        if (message.delivery().notAfter().filter(business.instant()::isAfter).isPresent() && !message.inDoubt()) {
            return settle(message, DeliveryState.EXPIRED, "", FailureReason.EXPIRED.name());
        }
        if (channel == null) {
            return settle(message, DeliveryState.FAILED, "", FailureReason.NOT_PERMITTED.name());
        }
        for (DeliveryGate gate : gates) {
            switch (gate.check(message.delivery())) {
                case Verdict.Go go -> {}
                case Verdict.Hold hold -> {
                    return new Next.Later(message, real.instant().plus(hold.pause()));
                }
                case Verdict.Drop drop -> {
                    return settle(
                            message, DeliveryState.FAILED, "", drop.reason().name());
                }
            }
        }
        if (message.inDoubt()) {
            return clear(message, channel);
        }
        Optional<FailureReason> shut =
                message.lane() == Lane.EMERGENCY ? Optional.empty() : closed.reason(message.address());
        return shut.isPresent()
                ? settle(message, DeliveryState.FAILED, "", shut.get().name())
                : send(message, channel);
    }

    /** An earlier attempt's end is unknown. */
    private Next clear(Outgoing message, Channel channel) {
        if (message.doubt() == Doubt.SEND_AGAIN) {
            return send(message, channel);
        }
        Optional<String> found = Optional.empty();
        if (channel instanceof LooksUp provider) {
            Delivery sent = message.delivery();
            found = provider.lookUp(sent.address(), sent.content(), message.storedAt(), rows::knowsProviderId);
        }
        if (found.isPresent()) {
            return settle(message, DeliveryState.SENT, found.get(), "");
        }
        return message.doubt() == Doubt.LEAVE
                ? settle(message, DeliveryState.UNCERTAIN, "", "")
                : send(message, channel);
    }

    private Next send(Outgoing message, Channel channel) {
        boolean trusted = message.confirmedAt().plus(TRUSTED).isAfter(real.instant());
        boolean noted = message.doubt() == Doubt.SEND_AGAIN;
        if (!(trusted && noted) && !rows.begin(message.id(), owner)) {
            return new Next.Done(); // another process took us for dead and goes on with it
        }
        SendOutcome outcome =
                channel.send(message.id(), message.address(), message.delivery().content());
        meter.sent(message, outcome);
        return record(message, outcome, channel);
    }

    private Next record(Outgoing message, SendOutcome outcome, Channel channel) {
        return switch (outcome) {
            case SendOutcome.Sent sent ->
                untilStored(() -> {
                    closed.open(message.address());
                    return settle(message.afterAttempt(false), DeliveryState.SENT, sent.providerId(), "");
                });
            case SendOutcome.Refused refused ->
                untilStored(() -> {
                    if (refused.closesAddress()) {
                        closed.close(message.address(), refused.reason());
                    }
                    String why = refused.reason().name();
                    return settle(message.afterAttempt(false), DeliveryState.FAILED, "", why);
                });
            case SendOutcome.TryAgain again
            when again.wholeChannel() -> {
                limits.pause(message.address().channel(), again.after());
                yield later(message, again.after());
            }
            case SendOutcome.TryAgain again -> retry(message.afterAttempt(false), again.after());
            case SendOutcome.Uncertain uncertain -> doubtful(message.afterAttempt(true), channel);
        };
    }

    private Next retry(Outgoing tried, Duration wanted) {
        RetryPolicy policy = RetryPolicy.of(tried.lane());
        if (policy.isExhaustedBy(tried.attempts())) {
            return untilStored(() -> settle(tried, DeliveryState.FAILED, "", FailureReason.GAVE_UP.name()));
        }
        return later(tried, policy.pause(tried.attempts(), wanted, random));
    }

    private Next doubtful(Outgoing tried, Channel channel) {
        RetryPolicy policy = RetryPolicy.of(tried.lane());
        boolean leave = tried.doubt() == Doubt.LEAVE && !(channel instanceof LooksUp);
        if (leave || policy.isExhaustedBy(tried.attempts())) {
            return untilStored(() -> settle(tried, DeliveryState.UNCERTAIN, "", ""));
        }
        boolean looksUp = tried.doubt() != Doubt.SEND_AGAIN;
        return later(tried, policy.pause(tried.attempts(), looksUp ? BEFORE_LOOK_UP : Duration.ZERO, random));
    }

    private Next later(Outgoing message, Duration pause) {
        Instant next = real.instant().plus(pause);
        DeliveryState state = message.inDoubt() ? DeliveryState.SENDING : DeliveryState.QUEUED;
        return untilStored(() -> {
            boolean ours = rows.postpone(message.id(), owner, state, message.attempts(), next);
            if (!ours) {
                return new Next.Done();
            }
            limits.keepLine(message.address(), pause);
            listeners.tell(new DeliveryStatus(message.id(), state, Optional.empty(), real.instant()));
            return new Next.Later(message.confirmed(real.instant()), next);
        });
    }

    private Next settle(Outgoing message, DeliveryState state, String providerId, String error) {
        if (rows.settle(message, owner, state, providerId, error)) {
            meter.settled(message, state);
            listeners.tell(new DeliveryStatus(
                    message.id(),
                    state,
                    error.isEmpty() ? Optional.empty() : Optional.of(FailureReason.valueOf(error)),
                    real.instant()));
            if (message.address().channel() == ChannelKind.SMS && !providerId.isEmpty()) {
                receipts.catchUp(providerId);
            }
        }
        return new Next.Done();
    }

    /** What happened must be recorded: the provider has the message, a second attempt would double it. */
    private Next untilStored(java.util.function.Supplier<Next> recording) {
        while (true) {
            try {
                return recording.get();
            } catch (com.mongodb.MongoException e) {
                TROUBLE.tell("What was sent is recorded when the store is back", e);
                try {
                    Thread.sleep(STORE_AGAIN);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw e;
                }
            }
        }
    }
}
