package guanjia.delivery;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Asks Twilio's Messaging API. */
final class RestTwilioApi implements TwilioApi {
    private static final int PAGE = 1000;

    private final TwilioRestClient client;
    private final String account;
    private final URI apiUrl;

    RestTwilioApi(TwilioRestClient client, DeliverySettings.Twilio settings) {
        this.client = client;
        this.account = settings.accountSid();
        this.apiUrl = settings.apiUrl();
    }

    @Override
    public List<Received> receivedSince(Instant since) {
        try {
            MessageReader reader = Message.reader(account).setDateSentAfter(since.atZone(ZoneOffset.UTC));
            reader.pageSize(PAGE);
            List<Received> received = new ArrayList<>();
            for (Message message : reader.read(client)) {
                if (message.getDirection() == Message.Direction.INBOUND) {
                    received.add(received(message));
                }
            }
            received.sort(Comparator.comparing(Received::at));
            return received;
        } catch (RuntimeException e) { // the library fails in its own ways on an answer that isn't Twilio's
            throw new TwilioAway("Twilio's list of messages can't be read.");
        }
    }

    @Override
    public Optional<Report> statusOf(String sid) {
        try {
            Message message = Message.fetcher(account, sid).fetch(client);
            int error = message.getErrorCode() == null ? 0 : message.getErrorCode();
            return Optional.of(new Report(String.valueOf(message.getStatus()), error));
        } catch (ApiException e) {
            if (Integer.valueOf(404).equals(e.getStatusCode())) {
                return Optional.empty();
            }
            throw new TwilioAway("Twilio can't be asked for a message.");
        } catch (RuntimeException e) {
            throw new TwilioAway("Twilio can't be asked for a message.");
        }
    }

    private Received received(Message message) {
        ZonedDateTime at = message.getDateSent() == null ? message.getDateCreated() : message.getDateSent();
        return new Received(
                message.getSid(),
                String.valueOf(message.getFrom()),
                Objects.requireNonNullElse(message.getTo(), ""),
                Objects.requireNonNullElse(message.getMessagingServiceSid(), ""),
                Objects.requireNonNullElse(message.getBody(), ""),
                "0".equals(Objects.requireNonNullElse(message.getNumMedia(), "0"))
                        ? List.of()
                        : media(message.getSid()),
                at == null ? Instant.EPOCH : at.toInstant());
    }

    /** The list of messages only counts them. */
    private List<Media> media(String sid) {
        List<Media> all = new ArrayList<>();
        for (var file : com.twilio.rest.api.v2010.account.message.Media.reader(account, sid)
                .read(client)) {
            String address = apiUrl + file.getUri().replaceFirst("\\.json$", "");
            all.add(new Media(Objects.requireNonNullElse(file.getContentType(), ""), address));
        }
        return all;
    }
}
