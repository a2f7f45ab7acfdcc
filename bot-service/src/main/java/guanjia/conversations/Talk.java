package guanjia.conversations;

import guanjia.delivery.Button;
import guanjia.dialogue.State;
import guanjia.directory.EstateCode;
import guanjia.directory.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a conversation is about: everything that a turn of the bot may change, in one value.
 *
 * @param state where the dialogue stands
 * @param due when a silence of the resident is to be heard; empty while nothing is asked
 * @param estate whose handbook answers; empty until it is known
 * @param language the language of the answers
 * @param languageChosen whether the resident chose it; otherwise it follows what is written
 * @param held a question that waits until the estate is known
 * @param shown the buttons under the latest message that had some: what a press means and says
 * @param lastPress token and message of the press handled last; the same again is Telegram's double (tdlib#699)
 * @param welcomed whether the resident was greeted
 * @param offersPerson whether the last thing said was the offer of a person, so that "yes" accepts it
 */
record Talk(
        State state,
        Optional<Instant> due,
        Optional<EstateCode> estate,
        Language language,
        boolean languageChosen,
        Optional<String> held,
        List<Button> shown,
        String lastPress,
        boolean welcomed,
        boolean offersPerson) {

    static Talk fresh(Optional<EstateCode> estate, Language language) {
        return new Talk(
                State.fresh(),
                Optional.empty(),
                estate,
                language,
                false,
                Optional.empty(),
                List.of(),
                "",
                false,
                false);
    }

    /** @param silence when the resident's silence is to be heard there */
    Talk in(State next, Optional<Instant> silence) {
        return new Talk(
                next, silence, estate, language, languageChosen, held, shown, lastPress, welcomed, offersPerson);
    }

    Talk about(EstateCode chosen) {
        return new Talk(
                state,
                due,
                Optional.of(chosen),
                language,
                languageChosen,
                held,
                shown,
                lastPress,
                welcomed,
                offersPerson);
    }

    Talk speaking(Language other, boolean chosen) {
        return new Talk(state, due, estate, other, chosen, held, shown, lastPress, welcomed, offersPerson);
    }

    Talk holding(Optional<String> question) {
        return new Talk(
                state, due, estate, language, languageChosen, question, shown, lastPress, welcomed, offersPerson);
    }

    Talk showing(List<Button> buttons) {
        return new Talk(
                state,
                due,
                estate,
                language,
                languageChosen,
                held,
                List.copyOf(buttons),
                lastPress,
                welcomed,
                offersPerson);
    }

    Talk pressed(String press) {
        return new Talk(state, due, estate, language, languageChosen, held, shown, press, welcomed, offersPerson);
    }

    Talk offeringPerson(boolean offers) {
        return new Talk(state, due, estate, language, languageChosen, held, shown, lastPress, welcomed, offers);
    }

    Talk greeted() {
        return new Talk(state, due, estate, language, languageChosen, held, shown, lastPress, true, offersPerson);
    }

    /** The words on a button shown last. */
    Optional<String> labelOf(String token) {
        return shown.stream()
                .filter(button -> button.token().equals(token))
                .map(Button::label)
                .findFirst();
    }
}
