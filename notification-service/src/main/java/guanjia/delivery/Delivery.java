package guanjia.delivery;

import guanjia.directory.EstateCode;
import java.time.Instant;
import java.util.Optional;

/**
 * One message to one address.
 *
 * @param id deterministic: the same message always gets the same id, so that handing it over twice sends it once (conversation + turn +
 *     index, or campaign + resident + channel); no personal data in it
 * @param lane who goes first
 * @param estate whose message it is; empty before an estate is known
 * @param address where it goes
 * @param content what it says
 * @param conversation the conversation it belongs to; empty for none. Messages of one address are sent in the order handed over
 * @param createdAt when it was decided
 * @param notAfter when it is of no use any more; empty for "always"
 */
public record Delivery(
        String id,
        Lane lane,
        Optional<EstateCode> estate,
        Address address,
        Content content,
        Optional<String> conversation,
        Instant createdAt,
        Optional<Instant> notAfter) {
    /** A part of this message where it is too long for its channel. */
    Delivery part(String partId, Content partContent) {
        return new Delivery(partId, lane, estate, address, partContent, conversation, createdAt, notAfter);
    }
}
