package guanjia.conversations;

import guanjia.dialogue.Effect;
import guanjia.dialogue.Flow;
import guanjia.dialogue.Heard;
import guanjia.dialogue.Option;
import guanjia.dialogue.Question;
import guanjia.dialogue.Script;
import guanjia.directory.Estate;
import guanjia.directory.EstateCode;
import guanjia.directory.Estates;
import java.util.List;

/** 换小区: the resident says which estate the conversation is about. Lists estates, never residents. */
final class EstateFlow implements Flow {
    static final String NAME = "estate";

    private static final Question<Estate> ESTATE = Question.choice(
            "estate", "estate.choose", estate -> Option.literal(estate.code().value(), estate.name()));

    private final Estates estates;

    EstateFlow(Estates estates) {
        this.estates = estates;
    }

    /** The answer to what this flow asks. */
    static Heard chosen(EstateCode estate) {
        return Heard.Filled.of(ESTATE.name(), estate.value());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Effect> run(Script script) {
        Estate chosen = script.choose(ESTATE, estates.all());
        return List.of(new ConversationEffect.ChooseEstate(chosen.code()));
    }
}
