package guanjia.dialogue;

import guanjia.dialogue.Moves.Lead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pictures while a flow waits: asked for, sent later than asked, or sent early. */
record Picturing(WhileAsking turn) {
    /** More than any flow collects; keeps a flood out of the conversation's document. */
    static final int MOST_EARLY = 20;

    Turn take(List<String> references) {
        if (turn.now().prompt() instanceof Collecting collecting
                && !turn.state().focus().aside()) {
            return add(collecting, references, List.of());
        }
        Optional<Collecting> earlier = turn.trail().stream()
                .map(Run.Step::prompt)
                .filter(Collecting.class::isInstance)
                .map(Collecting.class::cast)
                .findFirst();
        return earlier.map(c -> later(c, references)).orElseGet(() -> early(references));
    }

    private Turn add(Collecting collecting, List<String> references, List<Say> says) {
        Answer answer = collecting.with(references);
        boolean tooMany = collecting.have().size() + references.size() > collecting.max();
        List<Say> lead = tooMany ? List.of(Say.of(Messages.PHOTOS_FULL)) : says;
        return turn.ask(turn.state().progress().with(collecting.name(), answer), turn.here(), Lead.brief(lead));
    }

    private Turn later(Collecting collecting, List<String> references) {
        Answer more = collecting.with(references);
        boolean full = collecting.have().size() == collecting.max();
        Progress progress =
                turn.state().progress().with(collecting.name(), new Answer(more.values(), Answer.Stage.KEPT));
        return turn.ask(
                progress, turn.here(), Lead.brief(List.of(Say.of(full ? Messages.PHOTOS_FULL : Messages.PHOTO_KEPT))));
    }

    private Turn early(List<String> references) {
        Progress progress = turn.state().progress();
        Answer before = progress.answers().getOrDefault(Replay.EARLY_PHOTOS, Answer.skipped());
        List<String> all = new ArrayList<>(before.values());
        all.addAll(references);
        List<String> fitting = all.stream().distinct().limit(MOST_EARLY).toList();
        return turn.ask(
                progress.with(Replay.EARLY_PHOTOS, new Answer(fitting, Answer.Stage.OPEN)),
                turn.here(),
                Lead.brief(List.of(Say.of(Messages.PHOTO_KEPT))));
    }
}
