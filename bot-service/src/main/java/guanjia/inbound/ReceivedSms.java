package guanjia.inbound;

import guanjia.delivery.TwilioApi;
import java.time.Instant;
import java.util.List;

/**
 * One message that Twilio received for us. Personal data: {@link #toString()} shows the provider's id only.
 *
 * @param sid Twilio's id of it
 * @param from who sent it, as Twilio writes it
 * @param to our number
 * @param service the messaging service our number is in; empty for none
 * @param body the words; may be empty
 * @param media pictures and files sent with it, in order
 * @param at when
 */
record ReceivedSms(String sid, String from, String to, String service, String body, List<SmsMedia> media, Instant at) {
    /** A file at Twilio. @param type its media type, e.g. {@code image/jpeg}; empty when unknown @param url where it lies */
    record SmsMedia(String type, String url) {}

    /** As Twilio's list tells it. */
    static ReceivedSms listed(TwilioApi.Received received) {
        List<SmsMedia> media = received.media().stream()
                .map(file -> new SmsMedia(file.type(), file.url()))
                .toList();
        return new ReceivedSms(
                received.sid(),
                received.from(),
                received.to(),
                received.service(),
                received.body(),
                media,
                received.at());
    }

    @Override
    public String toString() {
        return "ReceivedSms[" + sid + "]";
    }
}
