package guanjia.dialogue;

import guanjia.dialogue.Moves.Lead;
import guanjia.dialogue.State.Asking;
import guanjia.dialogue.State.Focus;
import guanjia.dialogue.State.Focus.Aim;
import guanjia.dialogue.State.Idle;
import guanjia.dialogue.State.Shelf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Wishes about the conversation while a flow waits. */
record Wishing(WhileAsking turn) {
    /** Up to so many answers are given up without asking: they are typed again in a moment. */
    static final int LITTLE_LOST = 2;

    Turn wish(Wish wish) {
        return switch (wish) {
            case CANCEL -> cancel();
            case BACK -> back();
            case SKIP -> skip();
            case REPEAT -> turn.again(Lead.full());
            case CORRECT -> which();
            case RESUME -> turn.ask(progress(), Focus.ANY, Lead.full());
            case MENU -> menu();
            case PERSON -> turn.moves().handOff(keep(), HandOff.Reason.WISHED);
            case LANGUAGE -> turn.again(Lead.full(Say.of(Messages.LANGUAGE)));
            case STOP -> Turn.of(new Idle(turn.shelf().keeping(p -> false), false), List.of(Say.of(Messages.STOPPED)));
        };
    }

    private Turn cancel() {
        boolean asked = turn.state().focus().aim() == Aim.CANCEL;
        if (asked || turn.trail().size() <= LITTLE_LOST) {
            return cancelled();
        }
        return turn.ask(progress(), new Focus(turn.now().prompt().name(), Aim.CANCEL), Lead.full());
    }

    Turn cancelled() {
        return turn.moves().idle(turn.shelf(), List.of(Say.of(Messages.CANCELLED)));
    }

    private Turn back() {
        if (turn.state().focus().aside()) {
            return turn.ask(progress(), Focus.ANY, Lead.full());
        }
        Optional<Run.Step> before = turn.now().trail().reversed().stream()
                .filter(Run.Step::correctable)
                .findFirst();
        return before.map(step -> correct(step.name()))
                .orElseGet(() -> turn.again(Lead.full(Say.of(Messages.FIRST_QUESTION))));
    }

    private Turn skip() {
        Prompt prompt = turn.now().prompt();
        Optional<Answer> skipped = turn.state().focus().aside() || !prompt.optional()
                ? Optional.empty()
                : prompt.hear(List.of(Prompt.SKIP));
        if (skipped.isPresent()) {
            return turn.ask(progress().with(prompt.name(), skipped.get()), Focus.ANY, Lead.full());
        }
        boolean hasAnswer = turn.state().focus().aim() != Aim.NEXT;
        return hasAnswer
                ? turn.ask(progress(), Focus.ANY, Lead.full())
                : turn.again(Lead.full(Say.of(Messages.REQUIRED)));
    }

    private Turn which() {
        if (turn.trail().stream().noneMatch(Run.Step::correctable)) {
            return turn.again(Lead.full(Say.of(Messages.FIRST_QUESTION)));
        }
        return turn.ask(progress(), new Focus(turn.now().prompt().name(), Aim.WHICH), Lead.full());
    }

    /** Asks an answered question again. Its answer stays until there is another. */
    Turn correct(String name) {
        Optional<Run.Step> step = turn.step(name);
        if (step.isEmpty()) {
            return turn.now().prompt().name().equals(name) ? turn.ask(progress(), Focus.ANY, Lead.full()) : which();
        }
        if (step.get().prompt() instanceof Collecting) {
            Answer open = new Answer(step.get().answer().values(), Answer.Stage.OPEN);
            return turn.ask(progress().with(name, open), Focus.ANY, Lead.full());
        }
        return turn.ask(progress(), Focus.correct(name), Lead.full());
    }

    private Turn menu() {
        Shelf parked = turn.shelf().park(progress());
        Say.Choice goOn = Asked.choice(progress().instance(), Token.RESUME, Option.of(Prompt.YES, Messages.GO_ON));
        Text text = Text.of(Messages.MENU, Map.of());
        return Turn.of(new Idle(parked, false), List.of(new Say(text, List.of(goOn), false, false)));
    }

    private Asking keep() {
        return new Asking(turn.shelf(), progress(), turn.here(), false);
    }

    private Progress progress() {
        return turn.state().progress();
    }
}
