package guanjia.conversations;

import guanjia.dialogue.Effect;
import guanjia.directory.EstateCode;
import guanjia.directory.Language;

/** What flows change in the conversation itself; takes place in the commit of their turn, so it needs no key. */
sealed interface ConversationEffect extends Effect {
    /** Answer in this language from now on. */
    record Speak(Language language) implements ConversationEffect {}

    /** Answer from this estate's handbook from now on. */
    record ChooseEstate(EstateCode estate) implements ConversationEffect {}
}
