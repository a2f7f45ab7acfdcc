package guanjia.conversations;

import guanjia.delivery.Content;
import guanjia.delivery.Lane;
import guanjia.dialogue.Dialogue;
import guanjia.dialogue.Effect;
import guanjia.dialogue.EffectOutcome;
import guanjia.dialogue.HandOff;
import guanjia.dialogue.Heard;
import guanjia.dialogue.Pending;
import guanjia.dialogue.Question;
import guanjia.dialogue.Say;
import guanjia.dialogue.State;
import guanjia.dialogue.Text;
import guanjia.dialogue.Turn;
import guanjia.directory.Estate;
import guanjia.directory.Estates;
import guanjia.knowledge.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets the dialogue engine take its part of a turn, and makes happen what it returns. Thread-safe. */
final class EngineTurns {
    private static final String MENU = "dialogue.menu";

    private final Dialogue dialogue;
    private final Silences silences;
    private final Set<String> flows;
    private final Effects effects;
    private final HandOffWords handOffs;
    private final Estates estates;
    private final Wording wording;

    /** @param flows names of all flows */
    EngineTurns(
            Dialogue dialogue,
            Set<String> flows,
            Effects effects,
            HandOffWords handOffs,
            Estates estates,
            Wording wording) {
        this.dialogue = dialogue;
        this.silences = new Silences(dialogue);
        this.flows = Set.copyOf(flows);
        this.effects = effects;
        this.handOffs = handOffs;
        this.estates = estates;
        this.wording = wording;
    }

    void hear(TurnDraft draft, Heard heard, Scene scene, Patience patience) throws NotNow {
        perform(draft, dialogue.hear(draft.talk().state(), heard, scene.situation()), scene, patience);
    }

    void start(TurnDraft draft, String flow, Scene scene, Patience patience) throws NotNow {
        hear(draft, new Heard.Start(flow, Map.of()), scene, patience);
    }

    /** Something else was said and understood: asks again, briefly, what was being asked; says nothing when nothing was. */
    void resume(TurnDraft draft, Scene scene, Patience patience) throws NotNow {
        hear(draft, new Heard.Digressed(List.of()), scene, patience);
    }

    /** After a person, or the wait for one: the engine picks up what lay aside; its own word of return only if nothing does. */
    void comeBack(TurnDraft draft, Scene scene, Patience patience) throws NotNow {
        hear(draft, new Heard.HandedBack(), scene, patience);
    }

    boolean wantsFreeText(TurnDraft draft, Scene scene) {
        return pending(draft, scene)
                .filter(question -> question.kind() == Question.Kind.TEXT)
                .isPresent();
    }

    /** Whether what is asked belongs to this flow. */
    boolean isRunning(TurnDraft draft, String flow) {
        return draft.talk().state() instanceof State.Asking asking
                && asking.progress().flow().equals(flow);
    }

    /** The flow that settles what somebody wants; a feature adds one by naming it like the intent. */
    Optional<String> flowFor(Intent intent) {
        return Optional.of(intent.name().toLowerCase(Locale.ROOT)).filter(flows::contains);
    }

    /** The scene after language or estate may have changed within the turn. */
    Scene rescene(TurnDraft draft, Scene scene) {
        return Scene.of(draft.before(), draft.talk(), estates, wording, scene.now());
    }

    private Optional<Pending> pending(TurnDraft draft, Scene scene) {
        return dialogue.pending(draft.talk().state(), scene.situation());
    }

    private void perform(TurnDraft draft, Turn turn, Scene scene, Patience patience) throws NotNow {
        if (!patience.claimed() && turn.effects().stream().anyMatch(effects::reachesOutside)) {
            throw NotNow.needs(NotNow.Need.CLAIM);
        }
        List<Say> said = new ArrayList<>();
        for (Effect effect : turn.effects()) {
            switch (outcome(draft, effect, scene)) {
                case EffectOutcome.Done done -> said.addAll(done.says());
                case EffectOutcome.Taken taken -> {
                    effects.undo(draft);
                    perform(draft, dialogue.taken(turn, taken, scene.situation()), scene, patience);
                    return;
                }
            }
        }
        Optional<Estate> estate = draft.talk().estate().flatMap(estates::find);
        draft.talk(draft.talk().in(turn.state(), silences.due(turn.state(), estate)));
        Scene after = rescene(draft, scene);
        joined(turn.messages(said), after).forEach(content -> draft.say(content, Lane.REPLY, after.now()));
    }

    /** Words without buttons go in front of the next message: one message is read, three are a flood (and a limit of Telegram's). */
    private List<Content> joined(List<Say> says, Scene scene) {
        List<Content> all = new ArrayList<>();
        StringBuilder lead = new StringBuilder();
        for (Say say : says) {
            Content content = content(say, scene);
            lead.append(lead.isEmpty() ? "" : "\n\n").append(content.text());
            if (!content.buttons().isEmpty() || content.asksContact()) {
                all.add(new Content(lead.toString(), content.buttons(), content.asksContact()));
                lead.setLength(0);
            }
        }
        if (!lead.isEmpty()) {
            all.add(Content.text(lead.toString()));
        }
        return all;
    }

    private EffectOutcome outcome(TurnDraft draft, Effect effect, Scene scene) {
        return switch (effect) {
            case ConversationEffect.Speak speak -> {
                draft.talk(draft.talk().speaking(speak.language(), true));
                yield done(Text.of("language.chosen"));
            }
            case ConversationEffect.ChooseEstate choice -> {
                draft.talk(draft.talk().about(choice.estate()));
                yield done(Text.of(draft.standing().urgent() ? "estate.chosen.urgent" : "estate.chosen"));
            }
            case HandOff handOff -> {
                draft.standing(draft.standing().waiting(scene.now()));
                yield new EffectOutcome.Done(List.of(new Say(
                        handOffs.placeOf(draft.standing(), scene),
                        List.of(BotButton.STOP_WAITING.choice()),
                        false,
                        false)));
            }
            default -> effects.run(draft, effect);
        };
    }

    private static EffectOutcome done(Text text) {
        return new EffectOutcome.Done(List.of(Say.of(text)));
    }

    private Content content(Say say, Scene scene) {
        Content content = scene.voice().content(say);
        boolean menu =
                say.text() instanceof Text.Message message && message.key().equals(MENU);
        if (!menu) {
            return content;
        }
        var rows = new ArrayList<>(content.buttons());
        rows.addAll(Menus.rows(scene.voice(), estates.all().size()));
        return new Content(content.text(), rows, content.asksContact());
    }
}
