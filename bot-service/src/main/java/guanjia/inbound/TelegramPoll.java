package guanjia.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.TelegramApi;
import guanjia.delivery.TelegramApi.Fetched;
import guanjia.delivery.TelegramJson;
import guanjia.inbound.InboundMeter.Outcome;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches a batch, takes each update in, then moves the offset past it. Not safe for use by many threads.
 *
 * <p>An update that can't be stored holds the stream: it is tried again until the store is back. Only one that fails again and again
 * while the store demonstrably works is left out, so that it can't hold up everybody for ever.
 */
final class TelegramPoll {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramPoll.class);

    /** With the pauses below this is about two minutes. */
    private static final int TRIES = 8;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** Short enough that a stop or a lost lease is noticed; Telegram answers at once when something comes. */
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final TelegramApi telegram;
    private final TelegramIntake intake;
    private final PollingOffset offset;
    private final InboundMeter meter;
    private final ObjectMapper json = TelegramJson.mapper();
    private int failures;

    TelegramPoll(TelegramApi telegram, TelegramIntake intake, PollingOffset offset, InboundMeter meter) {
        this.telegram = telegram;
        this.intake = intake;
        this.offset = offset;
        this.meter = meter;
    }

    /** Does one round. @return how long to wait before the next; zero when all is well */
    Duration once() {
        try {
            return switch (telegram.getUpdates(offset.next(), WAIT, TelegramFields.UPDATES_READ)) {
                case Fetched.Batch batch -> take(batch.json());
                case Fetched.Conflict conflict -> pause("another process fetches, or a webhook is set", Duration.ZERO);
                case Fetched.UnknownToken unknown ->
                    pause("Telegram doesn't know GUANJIA_TELEGRAM_TOKEN, set another one", LONGEST_PAUSE);
                case Fetched.Away away -> pause("Telegram can't be reached", away.after());
            };
        } catch (RuntimeException e) {
            return pause(e.getClass().getSimpleName(), Duration.ZERO);
        }
    }

    private Duration take(byte[] answer) {
        JsonNode updates;
        try {
            updates = json.readTree(answer).path("result");
        } catch (IOException e) {
            return pause("the answer isn't JSON", Duration.ZERO);
        }
        for (JsonNode update : updates) {
            if (!accepted(update)) {
                return pause("an update can't be stored", Duration.ZERO);
            }
        }
        if (failures > 0) {
            LOG.info("Fetching from Telegram goes on.");
        }
        failures = 0;
        return Duration.ZERO;
    }

    private boolean accepted(JsonNode update) {
        try {
            intake.take(update);
        } catch (RuntimeException e) {
            meter.count(ChannelKind.TELEGRAM, Outcome.STORE_AWAY, "polling");
            if (failures + 1 < TRIES || !failsOnWorkingStore(update)) {
                return false;
            }
            intake.skip("not-storable");
        }
        if (update.path("update_id").isIntegralNumber()) {
            offset.moveTo(update.path("update_id").longValue() + 1);
        }
        return true;
    }

    /** A write that works shows that the store is there; the update then gets its last chance. */
    private boolean failsOnWorkingStore(JsonNode update) {
        offset.moveTo(update.path("update_id").longValue());
        try {
            intake.take(update);
            return false;
        } catch (RuntimeException e) {
            LOG.error(
                    "An update fails on a working store ({}) and is left out.",
                    e.getClass().getName());
            return true;
        }
    }

    private Duration pause(String why, Duration atLeast) {
        failures++;
        if (failures == 1) {
            LOG.warn("Fetching from Telegram pauses: {}. It is tried again until it works.", why);
        }
        Duration backoff = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 5));
        Duration capped = backoff.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : backoff;
        return atLeast.compareTo(capped) > 0 ? atLeast : capped;
    }
}
