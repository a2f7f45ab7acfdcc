package guanjia.dialogue;

import guanjia.dialogue.Moves.Lead;
import guanjia.dialogue.State.Asking;
import guanjia.dialogue.State.Focus;
import guanjia.dialogue.State.Focus.Aim;
import guanjia.dialogue.State.Shelf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A turn while a flow waits for an answer.
 *
 * @param shelf what lies beside the flow if what was heard is understood
 * @param now where the flow stands today, which may differ from what was asked
 */
record WhileAsking(Moves moves, Asking state, Shelf shelf, Run.Paused now) {
    Turn hear(Heard heard) {
        return switch (heard) {
            case Heard.Said(String text) -> said(text);
            case Heard.Filled(Map<String, List<String>> values) -> new Filling(this).fill(values);
            case Heard.Pressed(String token) -> new Pressing(this).press(token);
            case Heard.Photo(List<String> references) -> new Picturing(this).take(references);
            case Heard.Contact(String phone, boolean own) -> contact(phone, own);
            case Heard.Digressed(List<Say> answer) -> again(Lead.brief(answer));
            case Heard.Wished(Wish wish) -> new Wishing(this).wish(wish);
            case Heard.Correct(String question) -> new Wishing(this).correct(question);
            case Heard.Start start -> start(start);
            case Heard.NotUnderstood() -> misunderstood();
            case Heard.TimeoutPassed() -> timeout();
            case Heard.Expired() -> expired();
            case Heard.TakenOver() -> Turn.of(new State.WithStaff(state), List.of());
            case Heard.HandedBack() -> again(Lead.brief(List.of(Say.of(Messages.BACK_FROM_STAFF))));
        };
    }

    private Turn said(String text) {
        Focus focus = state.focus();
        if (focus.aside()) {
            return asked().said(text).map(new Pressing(this)::aside).orElseGet(this::misunderstood);
        }
        boolean meantForAnother = !focus.question().equals(now.prompt().name());
        if (meantForAnother) {
            Progress kept = state.progress().with(focus.question(), Answer.heard(List.of(text)));
            return ask(kept, Focus.ANY, Lead.full(Say.of(Messages.CHANGED)));
        }
        return new Filling(this).answer(text);
    }

    private Turn contact(String phone, boolean own) {
        if (now.prompt().question().kind() != Question.Kind.CONTACT) {
            return again(Lead.brief(List.of(Say.of(Messages.CONTACT_UNASKED))));
        }
        if (!own) {
            return again(Lead.full(Say.of(Messages.CONTACT_NOT_OWN)));
        }
        return ask(state.progress().with(now.prompt().name(), Answer.kept(phone)), Focus.ANY, Lead.full());
    }

    private Turn start(Heard.Start start) {
        if (start.flow().equals(state.progress().flow())) {
            return ask(Moves.filled(state.progress(), start.prefilled()), here(), Lead.full());
        }
        return moves.knows(start.flow()) ? moves.start(shelf.park(state.progress()), start) : misunderstood();
    }

    /** Nothing was understood: helps, then offers a person, then hands off. */
    Turn misunderstood() {
        Shelf counted = state.shelf().misunderstood();
        if (counted.misunderstandings() >= WhileIdle.HANDS_OFF_AT) {
            return moves.handOff(
                    new Asking(state.shelf().understood(""), state.progress(), here(), false),
                    HandOff.Reason.NOT_UNDERSTOOD);
        }
        boolean offers = counted.misunderstandings() >= WhileIdle.OFFERS_PERSON_AT;
        String help = now.prompt()
                .question()
                .repair()
                .filter(key -> !state.focus().aside())
                .orElse(Messages.NOT_UNDERSTOOD);
        Say say = Say.of(offers ? Messages.NOT_UNDERSTOOD_OFFER : help);
        return moves.ask(counted, state.progress(), here(), new Lead(List.of(say), false, offers, false));
    }

    private Turn timeout() {
        if (!moves.reminds(state.progress().flow())) {
            return moves.idle(shelf, List.of());
        }
        if (state.reminded()) {
            return moves.kept(shelf, state.progress());
        }
        Say reminder = Say.of(Messages.STILL_THERE, Map.of("matter", Asked.matter(state.progress())));
        return again(new Lead(List.of(reminder), true, false, true));
    }

    private Turn expired() {
        if (Dialogue.isFresh(state.progress(), moves.situation())) {
            return Turn.of(state, List.of());
        }
        return moves.idle(shelf, List.of(Say.of(Messages.EXPIRED)));
    }

    /** Asks the pending question again. */
    Turn again(Lead lead) {
        return ask(state.progress(), here(), lead);
    }

    Turn ask(Progress progress, Focus focus, Lead lead) {
        return moves.ask(shelf, progress, focus, lead);
    }

    /** What is asked, at the place where the flow stands today. */
    Focus here() {
        return new Focus(now.prompt().name(), state.focus().aim());
    }

    Asked asked() {
        return Asked.of(now, state.focus().aim(), trail());
    }

    /** All answered questions, also those after one that is being corrected. */
    List<Run.Step> trail() {
        return state.focus().aim() == Aim.CORRECT
                ? moves.run(state.progress(), "").trail()
                : now.trail();
    }

    Optional<Run.Step> step(String name) {
        return trail().stream()
                .filter(s -> s.name().equals(name) && s.correctable())
                .findFirst();
    }

    WhileAsking pressed(String token) {
        return new WhileAsking(moves, state, shelf.understood(token), now);
    }
}
