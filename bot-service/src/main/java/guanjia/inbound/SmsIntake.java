package guanjia.inbound;

import guanjia.conversations.Inbound;
import guanjia.conversations.InboundContent;
import guanjia.conversations.InboundContent.Attachment;
import guanjia.conversations.InboundContent.Attachment.Kind;
import guanjia.conversations.InboundContent.Text;
import guanjia.conversations.InboundContent.Unsupported;
import guanjia.conversations.Mailbox;
import guanjia.delivery.Address;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.ClosedAddresses;
import guanjia.directory.Estate;
import guanjia.directory.Estates;
import guanjia.directory.PhoneNumber;
import guanjia.inbound.InboundMeter.Outcome;
import guanjia.inbound.ReceivedSms.SmsMedia;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one SMS to where it belongs, whether it was pushed or found in Twilio's list. Blocking. Safe for use by many threads. */
final class SmsIntake {
    private static final Logger LOG = LoggerFactory.getLogger(SmsIntake.class);

    private final String ownSender;
    private final Estates estates;
    private final Mailbox mailbox;
    private final ClosedAddresses closed;
    private final InboundMeter meter;

    /** @param ownSender the installation's own number or messaging service */
    SmsIntake(String ownSender, Estates estates, Mailbox mailbox, ClosedAddresses closed, InboundMeter meter) {
        this.ownSender = ownSender;
        this.estates = estates;
        this.mailbox = mailbox;
        this.closed = closed;
        this.meter = meter;
    }

    /**
     * Takes one message. When this returns, it is stored, or known to be of no use.
     *
     * @throws RuntimeException (the store's) when it can't be stored
     */
    void take(ReceivedSms sms) {
        Optional<PhoneNumber> sender = PhoneNumber.parse(sms.from(), "ZZ");
        if (sms.sid().isBlank() || sender.isEmpty()) {
            // Names instead of numbers and short codes can't be answered, and never are residents.
            meter.count(ChannelKind.SMS, Outcome.IGNORED, "no-number");
            LOG.info("An SMS without a number to answer to is ignored.");
            return;
        }
        for (Inbound inbound : updates(sms, sender.get())) {
            closed.open(inbound.from());
            mailbox.accept(inbound);
            meter.count(
                    ChannelKind.SMS, Outcome.TAKEN, inbound.content().getClass().getSimpleName());
        }
    }

    /**
     * One update for each file; the one with the provider's plain id comes last, so that a message counts as known only when all of it
     * was taken.
     */
    private List<Inbound> updates(ReceivedSms sms, PhoneNumber sender) {
        List<Inbound> updates = new ArrayList<>();
        for (int i = sms.media().size() - 1; i > 0; i--) {
            updates.add(update(
                    sms,
                    sms.sid() + "-" + i,
                    sender,
                    attachment(sms, sms.media().get(i), "")));
        }
        updates.add(update(sms, sms.sid(), sender, main(sms)));
        return updates;
    }

    private static InboundContent main(ReceivedSms sms) {
        if (!sms.media().isEmpty()) {
            return attachment(sms, sms.media().getFirst(), sms.body());
        }
        return sms.body().isBlank() ? new Unsupported("empty") : new Text(sms.body());
    }

    private static InboundContent attachment(ReceivedSms sms, SmsMedia media, String caption) {
        Optional<String> album = sms.media().size() > 1 ? Optional.of(sms.sid()) : Optional.empty();
        return new Attachment(kind(media.type()), media.url(), 0, caption, album);
    }

    private static Kind kind(String type) {
        int slash = type.indexOf('/');
        return switch (slash < 0 ? "" : type.substring(0, slash)) {
            case "image" -> Kind.PHOTO;
            case "video" -> Kind.VIDEO;
            case "audio" -> Kind.VOICE;
            default -> Kind.DOCUMENT;
        };
    }

    private Inbound update(ReceivedSms sms, String id, PhoneNumber sender, InboundContent content) {
        List<String> ours =
                Stream.of(sms.service(), sms.to()).filter(own -> !own.isBlank()).toList();
        return new Inbound(
                id,
                new Address(ChannelKind.SMS, sender.e164(), answeringSender(ours)),
                sms.at(),
                ours.stream()
                        .flatMap(own -> estates.findBySmsNumber(own).stream())
                        .map(Estate::code)
                        .findFirst(),
                Optional.empty(),
                content);
    }

    /** The answer comes from what the resident wrote to; the installation's own sender needs no name, so that all its messages are one chat. */
    private String answeringSender(List<String> ours) {
        if (ours.isEmpty() || ours.contains(ownSender)) {
            return "";
        }
        return ours.stream()
                .filter(own -> estates.findBySmsNumber(own).isPresent())
                .findFirst()
                .orElse(ours.getLast());
    }
}
