package guanjia.delivery;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
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

    RestTwilioApi(TwilioRestClient client, String account) {
        this.client = client;
        this.account = account;
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
        } catch (TwilioException e) {
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
        } catch (TwilioException e) {
            throw new TwilioAway("Twilio can't be asked for a message.");
        }
    }

    private static Received received(Message message) {
        ZonedDateTime at = message.getDateSent() == null ? message.getDateCreated() : message.getDateSent();
        return new Received(
                message.getSid(),
                String.valueOf(message.getFrom()),
                Objects.requireNonNullElse(message.getTo(), ""),
                Objects.requireNonNullElse(message.getMessagingServiceSid(), ""),
                Objects.requireNonNullElse(message.getBody(), ""),
                media(message.getNumMedia()),
                at == null ? Instant.EPOCH : at.toInstant());
    }

    private static int media(@org.jspecify.annotations.Nullable String count) {
        try {
            return count == null ? 0 : Integer.parseInt(count);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
