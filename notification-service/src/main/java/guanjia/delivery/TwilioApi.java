package guanjia.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the way in asks of Twilio; sending goes through {@link Notifications}. Exists as a bean where {@code GUANJIA_TWILIO_ACCOUNT_SID} is
 * set. Blocking; call from a virtual thread. Safe for use by many threads.
 */
public interface TwilioApi {
    /** Messages that Twilio received for us since then, oldest first. @throws TwilioAway when Twilio can't be asked */
    List<Received> receivedSince(Instant since);

    /** What became of a message; empty when Twilio doesn't know it. @throws TwilioAway when Twilio can't be asked */
    Optional<Report> statusOf(String sid);

    /**
     * A message that came in. Personal data: {@link #toString()} shows the id only.
     *
     * @param sid Twilio's id of it
     * @param from who sent it, as Twilio writes it
     * @param to our number
     * @param service the messaging service our number is in; empty for none
     * @param body the words; may be empty
     * @param media pictures and files that came with it, in order
     * @param at when
     */
    record Received(String sid, String from, String to, String service, String body, List<Media> media, Instant at) {
        @Override
        public String toString() {
            return "Received[" + sid + "]";
        }
    }

    /** A picture or file at Twilio. @param type its media type, e.g. {@code image/jpeg} @param url where it lies */
    record Media(String type, String url) {}

    /** Twilio's word for a message's state, and its error number; 0 for none. */
    record Report(String status, int errorCode) {}

    /** Twilio couldn't be asked; the message holds no personal data. */
    final class TwilioAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TwilioAway(String what) {
            super(what);
        }
    }
}
