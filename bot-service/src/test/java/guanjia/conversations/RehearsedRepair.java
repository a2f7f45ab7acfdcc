package guanjia.conversations;

import guanjia.dialogue.Effect;
import guanjia.dialogue.EffectHandler;
import guanjia.dialogue.EffectKey;
import guanjia.dialogue.EffectOutcome;
import guanjia.dialogue.Flow;
import guanjia.dialogue.Former;
import guanjia.dialogue.Question;
import guanjia.dialogue.Say;
import guanjia.dialogue.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A flow with a question of every kind, to tell stories with; what it registers is kept by key, as a real handler would. */
final class RehearsedRepair implements Flow, EffectHandler<RehearsedRepair.Register> {
    enum Place {
        HOME,
        COMMON
    }

    record Register(Place place, String what) implements Effect {}

    private static final Question<Place> PLACE = Question.oneOf("place", "rehearsal.place", Place.class);
    private static final Question<String> WHAT = Question.text("what", "rehearsal.what", 200);
    private static final Question<List<String>> PHOTOS = Question.photos("photos", "rehearsal.photos");
    private static final Question<String> NOTE = Question.text("note", "rehearsal.note", 200);
    private static final Question<Boolean> CHECK = Question.confirm("check", "rehearsal.check");

    final Map<EffectKey, Register> registered = new LinkedHashMap<>();
    final List<EffectKey> undone = new ArrayList<>();
    Runnable afterwards = () -> {};
    boolean broken;

    @Override
    public String name() {
        return "repair";
    }

    @Override
    public List<Former> former() {
        return List.of(Former.renamed("spot", "place"));
    }

    @Override
    public List<Effect> run(Script script) {
        if (broken) {
            throw new IllegalStateException("a port is away");
        }
        Place place = script.ask(PLACE);
        String what = script.ask(WHAT);
        script.collect(PHOTOS, 0, 3);
        script.maybe(NOTE);
        script.confirm(CHECK);
        return List.of(new Register(place, what));
    }

    @Override
    public Class<Register> handles() {
        return Register.class;
    }

    @Override
    public EffectOutcome run(EffectKey key, Register effect) {
        registered.putIfAbsent(key, effect);
        afterwards.run();
        return new EffectOutcome.Done(List.of(Say.of("rehearsal.done")));
    }

    @Override
    public void undo(EffectKey key) {
        if (registered.remove(key) != null) {
            undone.add(key);
        }
    }
}
