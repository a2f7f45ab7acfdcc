package guanjia.conversations;

import guanjia.dialogue.Effect;
import guanjia.dialogue.Flow;
import guanjia.dialogue.Option;
import guanjia.dialogue.Question;
import guanjia.dialogue.Script;
import guanjia.directory.Language;
import java.util.List;

/** 换语言: the resident chooses the language of all answers. */
final class LanguageFlow implements Flow {
    static final String NAME = "language";

    private static final Question<Language> LANGUAGE = Question.choice(
            "language", "language.choose", language -> Option.of(language.tag(), "language." + language.tag()));

    @Override
    public String name() {
        return NAME;
    }

    /** Nothing is lost, and the menu has it at any time. */
    @Override
    public boolean reminds() {
        return false;
    }

    @Override
    public List<Effect> run(Script script) {
        Language language = script.choose(LANGUAGE, List.of(Language.values()));
        return List.of(new ConversationEffect.Speak(language));
    }
}
