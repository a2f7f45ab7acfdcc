package guanjia.conversations;

import guanjia.delivery.Address;
import guanjia.delivery.ChannelKind;
import guanjia.dialogue.Situation;
import guanjia.directory.Estate;
import guanjia.directory.Estates;
import guanjia.directory.Greetings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where and when a turn takes place: what its messages may name.
 *
 * @param id of the conversation
 * @param address where its messages go
 * @param estate it is about, when known
 * @param now on the business clock
 * @param voice in the reader's language
 */
record Scene(ConversationId id, Address address, Optional<Estate> estate, Instant now, Voice voice) {

    static Scene of(Conversation conversation, Talk talk, Estates estates, Wording wording, Instant now) {
        Optional<Estate> estate = talk.estate().flatMap(estates::find);
        Voice bare = new Voice(wording, talk.language(), Map.of());
        Map<String, String> fields = new HashMap<>();
        fields.put(
                "estate", estate.map(known -> bare.inScript(known.name())).orElseGet(() -> bare.words("estate.none")));
        fields.put("hotline", phone(estate.map(known -> known.phones().hotline()), bare));
        fields.put("emergency", phone(estate.map(known -> known.phones().emergencyHotline()), bare));
        fields.put(
                "greeting",
                estate.map(known -> Greetings.hello(known, now, talk.language()))
                        .orElseGet(() -> bare.words("greeting")));
        return new Scene(
                conversation.id(),
                conversation.address(),
                estate,
                now,
                new Voice(wording, talk.language(), Map.copyOf(fields)));
    }

    ChannelKind channel() {
        return address.channel();
    }

    private static String phone(Optional<String> number, Voice voice) {
        return number.filter(known -> !known.isBlank()).orElseGet(() -> voice.words("hotline.none"));
    }

    /** What the dialogue engine may know. */
    Situation situation() {
        return new Situation(now, id.value(), estate.map(known -> known.code().value()), Optional.empty());
    }
}
