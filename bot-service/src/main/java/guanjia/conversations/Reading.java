package guanjia.conversations;

import guanjia.dialogue.Heard;
import guanjia.directory.EstateCode;
import guanjia.directory.Language;
import guanjia.knowledge.Emergency;
import java.util.Optional;

/** What a resident's update was read as. A proposal: nothing has happened yet. */
sealed interface Reading {
    /** Something for the dialogue engine. */
    record Dialogue(Heard heard) implements Reading {}

    /** A danger that exists now. */
    record Danger(Emergency emergency) implements Reading {}

    /** Words that may be a question to the handbook, a request, or nothing that makes sense: only a search tells. */
    record Words(Typed typed) implements Reading {}

    /** A first contact or a fresh start. @param estate the estate that the link names */
    record Begin(Optional<EstateCode> estate) implements Reading {}

    /** The menu, the help page, the questions asked most. */
    record Show(Page page) implements Reading {
        /** Pages of the bot that need no question. */
        enum Page {
            MENU,
            HELP,
            POPULAR
        }
    }

    /** A language named directly. */
    record Speak(Language language) implements Reading {}

    /** Politeness that wants an answer but no search. @param key of the message that answers */
    record Chat(String key) implements Reading {
        static final Chat GREETING = new Chat("smalltalk.greeting");

        /** To somebody who is angry: the answer offers a person. */
        static final Chat UPSET = new Chat("smalltalk.upset");
    }

    /** A button that means nothing any more. */
    record OldButton() implements Reading {}

    /** Something that has no words to read. @param key of the message that says so */
    record Wordless(String key) implements Reading {}

    /** Needs no answer: a double press, a blocked chat. */
    record Nothing() implements Reading {}
}
