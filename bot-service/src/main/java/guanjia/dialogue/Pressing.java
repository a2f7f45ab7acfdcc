package guanjia.dialogue;

import guanjia.dialogue.Moves.Lead;
import guanjia.dialogue.State.Focus;
import guanjia.dialogue.State.Focus.Aim;
import guanjia.dialogue.State.Shelf;
import java.util.List;
import java.util.Optional;

/** Pressed buttons while a flow waits, new and old ones. */
record Pressing(WhileAsking turn) {
    /** More than any flow asks; forged tokens must not fill the conversation's document. */
    static final int MOST_ANSWERS = 40;

    Turn press(String text) {
        Optional<Token> parsed = Token.parse(text);
        if (parsed.isEmpty()) {
            return old();
        }
        Token token = parsed.get();
        if (token.question().equals(Token.PERSON)) {
            return new Wishing(turn.pressed(text)).wish(Wish.PERSON);
        }
        if (token.instance().equals(turn.state().progress().instance())) {
            return new Pressing(turn.pressed(text)).ofThisFlow(token);
        }
        return turn.shelf()
                .find(p -> p.instance().equals(token.instance()))
                .map(parked -> ofParked(parked, token, text))
                .orElseGet(this::old);
    }

    private Turn ofThisFlow(Token pressed) {
        Token token = new Token(
                pressed.instance(),
                new Upgrading(turn.moves().flows())
                        .today(turn.state().progress().flow(), pressed.question()),
                pressed.code());
        if (token.question().equals(turn.asked().question())
                && turn.state().focus().aside()) {
            return aside(token.code());
        }
        if (token.question().equals(Token.WHICH)) {
            return which(token.code());
        }
        if (token.question().equals(turn.now().prompt().name())) {
            return new Filling(turn).press(token.codeAmong(turn.now().prompt().options()));
        }
        return turn.step(token.question()).map(step -> correction(step, token)).orElseGet(() -> unreached(token));
    }

    /** The answer to a question of the engine's own. */
    Turn aside(String code) {
        if (turn.state().focus().aim() == Aim.WHICH) {
            return which(code);
        }
        return switch (code) {
            case Prompt.YES -> new Wishing(turn).cancelled();
            case Prompt.NO -> turn.ask(turn.state().progress(), Focus.ANY, Lead.full());
            default -> turn.misunderstood();
        };
    }

    private Turn which(String code) {
        return code.equals(Token.CANCEL) ? new Wishing(turn).wish(Wish.CANCEL) : new Wishing(turn).correct(code);
    }

    private Turn correction(Run.Step step, Token token) {
        String code = token.codeAmong(step.prompt().options());
        Optional<Answer> answer = step.prompt().hear(List.of(code));
        if (answer.isEmpty()) {
            return turn.again(Lead.full(Say.of(Messages.NOT_OFFERED)));
        }
        boolean same = answer.get().equals(step.answer());
        Focus focus = turn.here().corrects(step.name()) || turn.state().focus().aside() ? Focus.ANY : turn.here();
        Progress progress = turn.state().progress().with(step.name(), answer.get());
        return turn.ask(progress, focus, same ? Lead.brief(List.of()) : Lead.full());
    }

    /** A question the flow doesn't ask now (another way was taken, or a deployment changed it): kept for when it does. */
    private Turn unreached(Token token) {
        boolean notForLater = token.question().startsWith("!")
                || turn.state().progress().answers().size() >= MOST_ANSWERS
                || token.code().startsWith("~")
                || turn.state().progress().answers().containsKey(token.question());
        Progress progress = turn.state().progress();
        return turn.ask(
                notForLater ? progress : progress.with(token.question(), Answer.heard(List.of(token.code()))),
                turn.here(),
                Lead.brief(List.of()));
    }

    /** A button of a flow that was put aside: goes on with that one. */
    private Turn ofParked(Progress parked, Token token, String text) {
        Shelf shelf = turn.shelf().understood(text);
        if (token.question().equals(Token.RESUME) && token.code().equals(Prompt.NO)) {
            return new WhileAsking(turn.moves(), turn.state(), shelf.without(parked), turn.now())
                    .again(Lead.brief(List.of(Say.of(Messages.DROPPED))));
        }
        Shelf swapped = shelf.without(parked).park(turn.state().progress());
        return WhileIdle.goOn(turn.moves(), swapped, parked, token);
    }

    private Turn old() {
        return turn.again(Lead.brief(List.of(Say.of(Messages.OLD_BUTTON))));
    }
}
