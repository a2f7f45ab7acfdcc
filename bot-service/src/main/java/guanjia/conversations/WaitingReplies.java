package guanjia.conversations;

import guanjia.delivery.Button;
import guanjia.delivery.Content;
import guanjia.delivery.Lane;
import guanjia.dialogue.Heard;
import guanjia.dialogue.Text;
import guanjia.dialogue.Wish;
import guanjia.knowledge.Answer;
import guanjia.knowledge.Outcome;
import java.time.Duration;
import java.util.List;

/**
 * What the bot answers while a resident waits for a person: it still knows the handbook, says where they stand, and lets them leave the
 * queue. Thread-safe.
 */
final class WaitingReplies {
    /** Somebody who writes several messages is told once where they stand. */
    private static final Duration TOLD_AGAIN = Duration.ofMinutes(2);

    private final Answers answers;
    private final EngineTurns engine;
    private final HandOffWords words;

    WaitingReplies(Answers answers, EngineTurns engine, HandOffWords words) {
        this.answers = answers;
        this.engine = engine;
        this.words = words;
    }

    void answer(TurnDraft draft, Reading reading, Scene scene, Patience patience) throws NotNow {
        switch (reading) {
            case Reading.Dialogue dialogue -> wished(draft, dialogue.heard(), scene, patience);
            case Reading.Words said -> words(draft, said.typed().text(), scene, patience);
            case Reading.Speak speak -> {
                draft.talk(draft.talk().speaking(speak.language(), true));
                tell(draft, engine.rescene(draft, scene));
            }
            case Reading.Begin begin -> tell(draft, scene);
            case Reading.Show show -> tell(draft, scene);
            case Reading.Chat chat -> tellIfDue(draft, scene);
            case Reading.Wordless wordless -> tellIfDue(draft, scene);
            case Reading.OldButton old -> tell(draft, scene);
            case Reading.Danger danger -> throw new IllegalStateException("Dangers are answered before");
            case Reading.Nothing nothing -> {
                // A press that came twice, or a chat that was closed: nobody waits for an answer.
            }
        }
    }

    private void wished(TurnDraft draft, Heard heard, Scene scene, Patience patience) throws NotNow {
        boolean leaves =
                heard instanceof Heard.Wished wished && (wished.wish() == Wish.CANCEL || wished.wish() == Wish.STOP);
        if (!leaves) {
            tell(draft, scene);
            return;
        }
        draft.standing(draft.standing().backToBot(scene.now()));
        engine.comeBack(draft, scene, patience);
    }

    private void words(TurnDraft draft, String text, Scene scene, Patience patience) throws NotNow {
        Answer answer = answers.ask(text, scene, patience);
        if (answer.outcome() == Outcome.ANSWERED) {
            draft.say(answers.found(answer, scene), Lane.REPLY, scene.now());
        }
        tellIfDue(draft, scene);
    }

    private void tellIfDue(TurnDraft draft, Scene scene) {
        boolean firstWords = draft.standing().told().equals(draft.standing().since());
        if (firstWords || !scene.now().isBefore(draft.standing().told().plus(TOLD_AGAIN))) {
            tell(draft, scene);
        }
    }

    private void tell(TurnDraft draft, Scene scene) {
        Text text = words.reminder(draft.standing(), scene);
        List<List<Button>> leave = List.of(List.of(BotButton.STOP_WAITING.in(scene.voice())));
        draft.say(Content.withButtons(scene.voice().words(text), leave), Lane.REPLY, scene.now());
        draft.standing(draft.standing().toldAt(scene.now()));
    }
}
