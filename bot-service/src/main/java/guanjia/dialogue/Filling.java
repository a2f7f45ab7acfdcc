package guanjia.dialogue;

import guanjia.dialogue.Moves.Lead;
import guanjia.dialogue.State.Focus;
import guanjia.dialogue.State.Focus.Aim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers: to the pending question, to earlier ones (corrections), to later ones (kept until they are reached). */
record Filling(WhileAsking turn) {
    /** Words for the pending question. */
    Turn answer(String words) {
        Prompt prompt = turn.now().prompt();
        if (isNo(prompt, words)) {
            return which();
        }
        return prompt.said(words).map(this::pending).orElseGet(turn::misunderstood);
    }

    /** A pressed option of the pending question. */
    Turn press(String code) {
        Prompt prompt = turn.now().prompt();
        if (isNo(prompt, code)) {
            return which();
        }
        return prompt.hear(List.of(code))
                .map(this::pending)
                .orElseGet(() -> turn.again(Lead.full(Say.of(Messages.NOT_OFFERED))));
    }

    private static boolean isNo(Prompt prompt, String words) {
        return prompt instanceof Confirming confirming
                && (words.equals(Prompt.NO)
                        || Options.byNumber(confirming.options(), words)
                                .filter(Prompt.NO::equals)
                                .isPresent());
    }

    private Turn which() {
        return turn.ask(turn.state().progress(), new Focus(turn.now().prompt().name(), Aim.WHICH), Lead.full());
    }

    private Turn pending(Answer answer) {
        String name = turn.now().prompt().name();
        Progress progress = turn.state().progress().with(name, answer);
        boolean more = answer.stage() == Answer.Stage.OPEN;
        return turn.ask(progress, new Focus(name, Aim.NEXT), more ? Lead.brief(List.of()) : Lead.full());
    }

    /** Any answers at once. */
    Turn fill(Map<String, List<String>> values) {
        String asked = turn.asked().question();
        Optional<String> single = Optional.ofNullable(values.get(asked))
                .filter(v -> v.size() == 1)
                .map(List::getFirst);
        if (values.size() == 1 && single.isPresent()) {
            return turn.state().focus().aside() ? new Pressing(turn).aside(single.get()) : answer(single.get());
        }
        Batch batch = new Batch(turn);
        values.keySet().stream().sorted().forEach(name -> batch.add(name, values.getOrDefault(name, List.of())));
        return batch.turn();
    }

    /** Several answers on their way into the flow. */
    private static final class Batch {
        private final WhileAsking turn;
        private final List<Say> lead = new ArrayList<>();
        private Progress progress;
        private Focus focus;

        Batch(WhileAsking turn) {
            this.turn = turn;
            this.progress = turn.state().progress();
            this.focus = turn.state().focus().aside() ? Focus.ANY : turn.here();
        }

        void add(String name, List<String> values) {
            Optional<Prompt> known = name.equals(turn.now().prompt().name())
                    ? Optional.of(turn.now().prompt())
                    : turn.step(name).map(Run.Step::prompt);
            if (known.isEmpty()) {
                progress = progress.with(name, Answer.heard(values));
                return;
            }
            Optional<Answer> answer = known.get().hear(values);
            answer.ifPresentOrElse(a -> keep(name, a), () -> lead.add(Say.of(Messages.NOT_OFFERED)));
        }

        private void keep(String name, Answer answer) {
            progress = progress.with(name, answer);
            focus = focus.corrects(name) ? Focus.ANY : focus;
        }

        Turn turn() {
            boolean nothing = progress.equals(turn.state().progress()) && focus.equals(turn.here()) && !lead.isEmpty();
            return nothing
                    ? turn.misunderstood()
                    : turn.ask(progress, focus, new Lead(List.copyOf(lead), false, false, false));
        }
    }
}
