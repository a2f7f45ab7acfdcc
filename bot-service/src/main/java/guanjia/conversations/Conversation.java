package guanjia.conversations;

import guanjia.delivery.Address;
import guanjia.directory.EstateCode;
import guanjia.directory.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * One chat as it stood when it was read. Immutable; every change is a conditional update in {@link Conversations}.
 *
 * @param id its name
 * @param address where its messages go
 * @param talk what it is about
 * @param standing who has it
 * @param traffic what is on its way in and out
 */
record Conversation(ConversationId id, Address address, Talk talk, Standing standing, Traffic traffic) {
    static Conversation begin(
            ConversationId id, Address address, Optional<EstateCode> estate, Language language, Instant now) {
        return new Conversation(id, address, Talk.fresh(estate, language), Standing.withBot(now), Traffic.none(now));
    }
}
