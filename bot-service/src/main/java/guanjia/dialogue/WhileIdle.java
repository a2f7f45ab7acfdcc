package guanjia.dialogue;

import guanjia.dialogue.State.Idle;
import guanjia.dialogue.State.Shelf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A turn while no flow runs.
 *
 * @param shelf what lies aside if what was heard is understood
 */
record WhileIdle(Moves moves, Idle state, Shelf shelf) {
    /** Misunderstood so often in a row, a person is offered. */
    static final int OFFERS_PERSON_AT = 2;

    /** Misunderstood so often in a row, the bot gives up. */
    static final int HANDS_OFF_AT = 3;

    Turn hear(Heard heard) {
        return switch (heard) {
            case Heard.Said(String text) -> said(text);
            case Heard.Filled(Map<String, List<String>> values) ->
                said(values.getOrDefault(Token.RESUME, List.of("")).getFirst());
            case Heard.Pressed(String token) -> pressed(token);
            case Heard.Photo photo -> stay(List.of(Say.of(Messages.PHOTO_UNASKED)));
            case Heard.Contact contact -> stay(List.of(Say.of(Messages.CONTACT_UNASKED)));
            case Heard.Digressed(List<Say> answer) -> stay(answer);
            case Heard.Wished(Wish wish) -> wish(wish);
            case Heard.Correct correct -> stay(List.of(Say.of(Messages.NOTHING_RUNS)));
            case Heard.Start start -> moves.knows(start.flow()) ? moves.start(shelf, start) : misunderstood();
            case Heard.NotUnderstood none -> misunderstood();
            case Heard.TimeoutPassed passed -> Turn.of(state, List.of());
            case Heard.Expired expired -> Turn.of(state, List.of());
            case Heard.TakenOver taken -> Turn.of(new State.WithStaff(state), List.of());
            case Heard.HandedBack back -> stay(List.of(Say.of(Messages.BACK_FROM_STAFF)));
        };
    }

    private Turn said(String text) {
        Optional<Progress> offered = state.offering() ? first() : Optional.empty();
        Optional<String> code = offered.flatMap(p -> Asked.resume(p).said(text));
        if (offered.isEmpty() || code.isEmpty()) {
            return misunderstood();
        }
        return code.get().equals(Prompt.YES) ? moves.resume(shelf, offered.get()) : drop(shelf, offered.get());
    }

    private Turn pressed(String text) {
        Optional<Token> token = Token.parse(text);
        Shelf pressed = shelf.understood(text);
        if (token.isPresent() && token.get().question().equals(Token.PERSON)) {
            return moves.handOff(new Idle(pressed, false), HandOff.Reason.WISHED);
        }
        Optional<Progress> parked =
                token.flatMap(t -> shelf.find(p -> p.instance().equals(t.instance())));
        if (token.isEmpty() || parked.isEmpty()) {
            return stay(List.of(Say.of(Messages.OLD_BUTTON)));
        }
        boolean no = token.get().question().equals(Token.RESUME)
                && token.get().code().equals(Prompt.NO);
        return no ? drop(pressed, parked.get()) : goOn(moves, pressed.without(parked.get()), parked.get(), token.get());
    }

    /** Goes on with a parked flow because one of its buttons was pressed. */
    static Turn goOn(Moves moves, Shelf shelf, Progress parked, Token token) {
        Turn resumed = moves.resume(shelf, parked);
        boolean answers = !token.question().startsWith("!");
        if (answers
                && resumed.state() instanceof State.Asking asking
                && moves.run(parked, "") instanceof Run.Paused now) {
            return new WhileAsking(moves, asking, shelf, now).hear(new Heard.Pressed(token.text()));
        }
        return resumed;
    }

    private Turn wish(Wish wish) {
        return switch (wish) {
            case CANCEL -> state.offering() && first().isPresent() ? drop(shelf, first().get()) : nothingRuns();
            case BACK, SKIP, CORRECT -> nothingRuns();
            case REPEAT -> stay(List.of(Say.of(Messages.MENU)));
            case RESUME -> first().map(p -> moves.resume(shelf, p)).orElseGet(this::nothingRuns);
            case MENU -> Turn.of(new Idle(shelf, false), List.of(Say.of(Messages.MENU)));
            case PERSON -> moves.handOff(new Idle(shelf, false), HandOff.Reason.WISHED);
            case LANGUAGE -> stay(List.of(Say.of(Messages.LANGUAGE)));
            case STOP -> Turn.of(new Idle(shelf.keeping(p -> false), false), List.of(Say.of(Messages.STOPPED)));
        };
    }

    private Turn nothingRuns() {
        return stay(List.of(Say.of(Messages.NOTHING_RUNS)));
    }

    private Turn drop(Shelf from, Progress parked) {
        return moves.idle(from.without(parked), List.of(Say.of(Messages.DROPPED)));
    }

    /** Says something; an offer that stands is made again. */
    private Turn stay(List<Say> says) {
        return state.offering() ? moves.idle(shelf, says) : Turn.of(new Idle(shelf, false), says);
    }

    private Turn misunderstood() {
        Shelf counted = state.shelf().misunderstood();
        if (counted.misunderstandings() >= HANDS_OFF_AT) {
            return moves.handOff(new Idle(shelf, false), HandOff.Reason.NOT_UNDERSTOOD);
        }
        boolean offers = counted.misunderstandings() >= OFFERS_PERSON_AT;
        Text text = Text.of(offers ? Messages.NOT_UNDERSTOOD_OFFER : Messages.NOT_UNDERSTOOD);
        List<Say.Choice> choices = offers ? List.of(Moves.personChoice("0")) : List.of();
        Say say = new Say(text, choices, false, false);
        return state.offering() ? moves.idle(counted, List.of(say)) : Turn.of(new Idle(counted, false), List.of(say));
    }

    private Optional<Progress> first() {
        return shelf.parked().stream().findFirst();
    }
}
