package guanjia.dialogue;

import guanjia.dialogue.State.Asking;
import guanjia.dialogue.State.Focus;
import guanjia.dialogue.State.Idle;
import guanjia.dialogue.State.Shelf;
import guanjia.dialogue.State.WithBot;
import guanjia.dialogue.State.WithStaff;
import java.util.List;
import java.util.Map;

/** Brings what an earlier version of the flows stored to today's names, by the flows' own rules. */
record Upgrading(Map<String, Flow> flows) {
    State upgraded(State state) {
        return switch (state) {
            case WithStaff(WithBot kept) -> new WithStaff((WithBot) upgraded(kept));
            case Idle idle -> new Idle(upgraded(idle.shelf()), idle.offering());
            case Asking asking -> {
                Focus focus = asking.focus();
                String question = today(asking.progress().flow(), focus.question());
                yield new Asking(
                        upgraded(asking.shelf()),
                        upgraded(asking.progress()),
                        new Focus(question, focus.aim()),
                        asking.reminded());
            }
        };
    }

    /** Today's name of a question; the same when no rule tells another. */
    String today(String flow, String question) {
        return rules(flow).stream()
                .filter(former -> former.name().equals(question))
                .findFirst()
                .flatMap(Former::successor)
                .orElse(question);
    }

    private Shelf upgraded(Shelf shelf) {
        List<Progress> parked = shelf.parked().stream().map(this::upgraded).toList();
        return new Shelf(shelf.started(), parked, shelf.misunderstandings(), shelf.lastPress());
    }

    private Progress upgraded(Progress progress) {
        Progress now = progress;
        for (Former former : rules(progress.flow())) {
            Answer answer = now.answers().get(former.name());
            if (answer != null) {
                Progress without = now.without(former.name());
                now = former.successor()
                        .filter(successor -> !without.answers().containsKey(successor))
                        .map(successor -> without.with(successor, Answer.heard(answer.values())))
                        .orElse(without);
            }
        }
        return now;
    }

    private List<Former> rules(String flow) {
        Flow known = flows.get(flow);
        return known == null ? List.of() : known.former();
    }
}
