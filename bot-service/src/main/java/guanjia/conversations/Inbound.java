package guanjia.conversations;

import guanjia.delivery.Address;
import guanjia.directory.EstateCode;
import guanjia.directory.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that reached us from a resident, the same for every channel.
 *
 * @param id the provider's own id of it, unique within the channel for ever: Telegram update id, Twilio MessageSid, the web page's
 *     client id
 * @param from where the answer goes
 * @param at when it was sent, as the provider says, else when it arrived
 * @param estate the estate that the page or SMS number names; empty when the channel can't tell
 * @param language the language the sender's app is set to; empty when the channel can't tell
 * @param content what it is
 */
public record Inbound(
        String id,
        Address from,
        Instant at,
        Optional<EstateCode> estate,
        Optional<Language> language,
        InboundContent content) {}
