package guanjia.delivery;

import com.twilio.base.ResourceSet;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;

/** Sends through Twilio's Messaging API: words only, buttons as numbered lines. */
final class SmsChannel implements Channel, LooksUp {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int PAGE = 100;

    private final TwilioRestClient client;
    private final DeliverySettings.Twilio settings;

    SmsChannel(TwilioRestClient client, DeliverySettings.Twilio settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.SMS;
    }

    @Override
    public SendOutcome send(String id, Address address, Content content) {
        if (SampleNumbers.contain(address.value()) && settings.isTheProvider()) {
            return new SendOutcome.Refused(FailureReason.NOT_PERMITTED, false);
        }
        try {
            Message taken =
                    creator(address, SmsText.of(content, address.value())).create(client);
            return taken == null || taken.getSid() == null
                    ? new SendOutcome.Uncertain()
                    : new SendOutcome.Sent(taken.getSid());
        } catch (ApiException e) {
            return meaning(e);
        } catch (RuntimeException e) {
            return new SendOutcome.Uncertain(); // an answer that can't be read, or none
        }
    }

    @Override
    public Optional<String> lookUp(Address address, Content content, Instant since, Predicate<String> taken) {
        MessageReader reader = Message.reader(settings.accountSid())
                .setTo(new PhoneNumber(address.value()))
                .setDateSentAfter(since.truncatedTo(ChronoUnit.DAYS)
                        .minus(1, ChronoUnit.DAYS)
                        .atZone(ZoneOffset.UTC));
        reader.pageSize(PAGE);
        String body = SmsText.of(content, address.value());
        ResourceSet<Message> sent = reader.read(client);
        for (Message message : sent) {
            boolean ours = body.equals(message.getBody()) && !isOlder(message, since) && !taken.test(message.getSid());
            if (ours) {
                return Optional.of(message.getSid());
            }
        }
        return Optional.empty();
    }

    private static boolean isOlder(Message message, Instant since) {
        return message.getDateCreated() != null
                && message.getDateCreated().toInstant().isBefore(since.minusSeconds(60));
    }

    private MessageCreator creator(Address address, String body) {
        String from = address.sender().isEmpty() ? settings.from() : address.sender();
        PhoneNumber to = new PhoneNumber(address.value());
        MessageCreator creator = from.startsWith("MG")
                ? Message.creator(to, from, body)
                : Message.creator(to, new PhoneNumber(from), body);
        return settings.canBeReportedTo() ? creator.setStatusCallback(settings.statusCallback()) : creator;
    }

    private static SendOutcome meaning(ApiException e) {
        if (e.getCause() instanceof java.io.IOException broken) {
            boolean neverLeft = broken instanceof java.net.ConnectException
                    || broken instanceof java.net.UnknownHostException
                    || broken instanceof java.net.NoRouteToHostException
                    || broken instanceof org.apache.hc.client5.http.ConnectTimeoutException;
            return neverLeft ? new SendOutcome.TryAgain(SOON, false) : new SendOutcome.Uncertain();
        }
        int status = number(e.getStatusCode());
        return TwilioErrors.meaning(number(e.getCode()), status);
    }

    private static int number(@org.jspecify.annotations.Nullable Integer maybe) {
        return maybe == null ? 0 : maybe;
    }
}
