package guanjia.conversations;

import guanjia.knowledge.Answer;
import guanjia.knowledge.Emergency;
import guanjia.knowledge.Intent;
import guanjia.knowledge.KnowledgeBase;
import guanjia.knowledge.Outcome;
import guanjia.knowledge.Readings;
import java.util.List;
import java.util.Optional;

/** Knows nothing but what wants a repair; for tests that aren't about answers. */
final class FakeKnowledge {
    private FakeKnowledge() {}

    static KnowledgeBase base() {
        return question -> question.text().equals("我要报修请登记一下")
                ? answer(Outcome.REQUEST, Optional.of(Intent.REPAIR))
                : answer(Outcome.NOT_FOUND, Optional.empty());
    }

    private static Answer answer(Outcome outcome, Optional<Intent> intent) {
        return new Answer(outcome, intent, Optional.empty(), "", 0, List.of(), List.of(), Answer.Wording.EXTRACT);
    }

    static Readings readings() {
        return new Readings() {
            @Override
            public Optional<Emergency> emergency(String text) {
                return text.equals("着火了") ? Optional.of(new Emergency(Emergency.Kind.FIRE, "着火")) : Optional.empty();
            }

            @Override
            public Optional<Intent> intent(String text) {
                return Optional.empty();
            }
        };
    }

    static BotProcess.Parts parts() {
        return new BotProcess.Parts(base(), readings(), List.of(), List.of());
    }
}
