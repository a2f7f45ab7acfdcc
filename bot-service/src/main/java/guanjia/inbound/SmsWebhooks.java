package guanjia.inbound;

import guanjia.delivery.ChannelKind;
import guanjia.delivery.DeliveryReceipts;
import guanjia.inbound.InboundMeter.Outcome;
import guanjia.inbound.ReceivedSms.SmsMedia;
import guanjia.stores.TroubleLog;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where Twilio posts messages and receipts. Answers: 200; 403 wrong signature; 413 over 64 kB; 503 not stored. Twilio posts a message only
 * once (or once more to the fallback address), so after a 503 the reconciler fetches it.
 */
@RestController
@OnTwilio
final class SmsWebhooks {
    private static final TroubleLog TROUBLE = TroubleLog.of(SmsWebhooks.class);

    /** Answers go out as messages of their own, within the limits; the reply to the post says nothing. */
    private static final String NOTHING_TO_SAY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    private final TwilioSignatures signatures;
    private final SmsIntake intake;
    private final DeliveryReceipts receipts;
    private final SmsReconciler reconciler;
    private final InboundMeter meter;
    private final Clock clock;

    SmsWebhooks(
            TwilioSignatures signatures,
            SmsIntake intake,
            DeliveryReceipts receipts,
            SmsReconciler reconciler,
            InboundMeter meter,
            Clock clock) {
        this.signatures = signatures;
        this.intake = intake;
        this.receipts = receipts;
        this.reconciler = reconciler;
        this.meter = meter;
        this.clock = clock;
    }

    @PostMapping(path = "/webhooks/twilio/sms", produces = MediaType.TEXT_XML_VALUE)
    String sms(
            ServerHttpRequest request,
            @RequestHeader(name = "X-Twilio-Signature", required = false) @Nullable String signature,
            TwilioForm form) {
        turnAwayForged(request, signature, form);
        stored("sms", () -> intake.take(received(form)));
        return NOTHING_TO_SAY;
    }

    @PostMapping(path = "/webhooks/twilio/status", produces = MediaType.TEXT_XML_VALUE)
    String status(
            ServerHttpRequest request,
            @RequestHeader(name = "X-Twilio-Signature", required = false) @Nullable String signature,
            TwilioForm form) {
        turnAwayForged(request, signature, form);
        String error = form.text("ErrorCode");
        int code = error.matches("\\d{1,6}") ? Integer.parseInt(error) : 0;
        stored("status", () -> receipts.recordStatus(sid(form), form.text("MessageStatus"), code));
        return NOTHING_TO_SAY;
    }

    private void turnAwayForged(ServerHttpRequest request, @Nullable String signature, TwilioForm form) {
        String path = request.getURI().getRawPath();
        String query = request.getURI().getRawQuery();
        if (!signatures.isGenuine(path, query, form, signature)) {
            meter.count(ChannelKind.SMS, Outcome.FORGED, "webhook");
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private void stored(String what, Runnable storing) {
        try {
            storing.run();
        } catch (RuntimeException e) {
            meter.count(ChannelKind.SMS, Outcome.STORE_AWAY, what);
            TROUBLE.tell("A post from Twilio can't be stored; its list is looked through soon", e);
            reconciler.soon();
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private ReceivedSms received(TwilioForm form) {
        List<SmsMedia> media = IntStream.range(0, form.count("NumMedia"))
                .mapToObj(i -> new SmsMedia(form.text("MediaContentType" + i), form.text("MediaUrl" + i)))
                .filter(file -> !file.url().isBlank())
                .toList();
        return new ReceivedSms(
                sid(form),
                form.text("From"),
                form.text("To"),
                form.text("MessagingServiceSid"),
                form.text("Body"),
                media,
                clock.instant());
    }

    private static String sid(TwilioForm form) {
        String sid = form.text("MessageSid");
        return sid.isEmpty() ? form.text("SmsSid") : sid;
    }
}
