package guanjia.dialogue;

import guanjia.dialogue.State.Asking;
import guanjia.dialogue.State.Idle;
import guanjia.dialogue.State.WithBot;
import guanjia.dialogue.State.WithStaff;
import java.util.List;

/** A turn while a person has the conversation, or it waits for one: the bot keeps its place and does nothing. */
record WhileWithStaff(Moves moves, WithBot kept) {
    Turn hear(Heard heard) {
        return switch (heard) {
            case Heard.HandedBack back -> handedBack();
            case Heard.TakenOver taken -> stay(List.of());
            case Heard.TimeoutPassed passed -> stay(List.of());
            case Heard.Expired expired -> stay(List.of());
            case Heard.Digressed(List<Say> answer) when !answer.isEmpty() -> stay(answer);
            case Heard.Wished(Wish wish) when wish == Wish.LANGUAGE -> stay(List.of(Say.of(Messages.LANGUAGE)));
            case Heard any -> stay(List.of(Say.of(Messages.WITH_STAFF)));
        };
    }

    /** Never goes on by itself: the matter may have been settled by the person. */
    private Turn handedBack() {
        List<Say> back = List.of(Say.of(Messages.BACK_FROM_STAFF));
        return switch (kept) {
            case Asking asking -> moves.idle(asking.shelf().understood("").park(asking.progress()), back);
            case Idle idle -> moves.idle(idle.shelf().understood(""), back);
        };
    }

    private Turn stay(List<Say> says) {
        return Turn.of(new WithStaff(kept), says);
    }
}
