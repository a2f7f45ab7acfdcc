package guanjia.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import guanjia.conversations.Inbound;
import guanjia.conversations.InboundContent.Blocked;
import guanjia.conversations.Mailbox;
import guanjia.conversations.Mailbox.Acceptance;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.ClosedAddresses;
import guanjia.delivery.FailureReason;
import guanjia.delivery.TelegramApi;
import guanjia.inbound.InboundMeter.Outcome;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one update of Telegram to where it belongs, whether it was pushed or fetched. Blocking. Safe for use by many threads. */
final class TelegramIntake {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramIntake.class);

    /** Answers to presses under way at most; above, a press only keeps its little clock a while longer. */
    private static final int ANSWERS_AT_ONCE = 64;

    private final TelegramUpdates updates;
    private final TelegramApi telegram;
    private final Mailbox mailbox;
    private final ClosedAddresses closed;
    private final InboundMeter meter;
    private final Semaphore answers = new Semaphore(ANSWERS_AT_ONCE);

    TelegramIntake(
            TelegramUpdates updates,
            TelegramApi telegram,
            Mailbox mailbox,
            ClosedAddresses closed,
            InboundMeter meter) {
        this.updates = updates;
        this.telegram = telegram;
        this.mailbox = mailbox;
        this.closed = closed;
        this.meter = meter;
    }

    /**
     * Takes one update. When this returns, it is stored, or known to be of no use.
     *
     * @throws RuntimeException (the store's) when it can't be stored
     */
    void take(JsonNode update) {
        switch (updates.read(update)) {
            case TelegramUpdate.Taken taken -> {
                answerAtOnce(taken.callback());
                accept(taken.inbound());
                count(Outcome.TAKEN, taken.inbound().content().getClass().getSimpleName());
            }
            case TelegramUpdate.Ignored ignored -> {
                answerAtOnce(ignored.callback());
                count(Outcome.IGNORED, ignored.kind());
            }
            case TelegramUpdate.Broken broken -> skip(broken.why());
        }
    }

    /** Counts an update that can't be read; it is told without its content. */
    void skip(String why) {
        count(Outcome.BROKEN, why);
        LOG.warn("An update from Telegram can't be read ({}). It is counted and skipped, its content isn't kept.", why);
    }

    /** Who writes can be written to, before the answer goes out; who blocks the bot can't, unless that is an old story told again. */
    private void accept(Inbound inbound) {
        boolean blocks = inbound.content() instanceof Blocked;
        if (!blocks) {
            closed.open(inbound.from());
        }
        if (mailbox.accept(inbound) == Acceptance.ACCEPTED && blocks) {
            closed.close(inbound.from(), FailureReason.BLOCKED);
        }
    }

    private void answerAtOnce(Optional<String> callback) {
        callback.filter(id -> answers.tryAcquire())
                .ifPresent(id -> Thread.ofVirtual().name("telegram-press").start(() -> {
                    try {
                        telegram.answerCallback(id);
                    } catch (RuntimeException e) {
                        count(Outcome.BROKEN, "press-not-answered");
                        LOG.info(
                                "A press couldn't be answered ({}); the chat shows its clock until Telegram"
                                        + " gives up.",
                                e.getClass().getSimpleName());
                    } finally {
                        answers.release();
                    }
                }));
    }

    private void count(Outcome outcome, String kind) {
        meter.count(ChannelKind.TELEGRAM, outcome, kind);
    }
}
