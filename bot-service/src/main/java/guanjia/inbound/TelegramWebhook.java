package guanjia.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.TelegramJson;
import guanjia.inbound.InboundMeter.Outcome;
import guanjia.stores.TroubleLog;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where Telegram pushes updates. Answers: 200 taken, or of no use however often it came; 400 not JSON, which only damage on the way
 * makes, so that a redelivery may help; 401 wrong secret; 413 over 1 MB; 503 not stored, to be delivered again.
 */
@RestController
@OnTelegram
final class TelegramWebhook {
    private static final TroubleLog TROUBLE = TroubleLog.of(TelegramWebhook.class);

    private final WebhookSecret secret;
    private final TelegramIntake intake;
    private final InboundMeter meter;
    private final ObjectMapper json = TelegramJson.mapper();

    TelegramWebhook(WebhookSecret secret, TelegramIntake intake, InboundMeter meter) {
        this.secret = secret;
        this.intake = intake;
        this.meter = meter;
    }

    @PostMapping("/webhooks/telegram")
    @ResponseStatus(HttpStatus.OK)
    void receive(
            @RequestHeader(name = "X-Telegram-Bot-Api-Secret-Token", required = false) @Nullable String said,
            @RequestBody(required = false) byte @Nullable [] body) {
        if (!secret.isSaidBy(said)) {
            count(Outcome.FORGED);
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        JsonNode update = read(body);
        try {
            intake.take(update);
        } catch (RuntimeException e) {
            count(Outcome.STORE_AWAY);
            TROUBLE.tell("An update from Telegram can't be stored; Telegram delivers it again", e);
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private JsonNode read(byte @Nullable [] body) {
        try {
            return json.readTree(body == null ? new byte[0] : body);
        } catch (IOException e) {
            intake.skip("not-json");
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private void count(Outcome outcome) {
        meter.count(ChannelKind.TELEGRAM, outcome, "webhook");
    }
}
