package guanjia.conversations;

import guanjia.conversations.InboundContent.Press;
import guanjia.delivery.Lane;
import guanjia.dialogue.Dialogue;
import guanjia.dialogue.Heard;
import guanjia.directory.Estate;
import guanjia.directory.EstateCode;
import guanjia.directory.Estates;
import guanjia.directory.Language;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One turn: what a conversation answers to the updates it reads. Writes a {@link TurnDraft}; nothing is stored here. Thread-safe.
 */
final class Turns {
    private final Dialogue dialogue;
    private final Silences silences;
    private final Reader reader;
    private final Estates estates;
    private final Wording wording;
    private final BotReplies bot;
    private final WaitingReplies waiting;
    private final Clock clock;

    Turns(
            Dialogue dialogue,
            Reader reader,
            Estates estates,
            Wording wording,
            BotReplies bot,
            WaitingReplies waiting,
            Clock clock) {
        this.dialogue = dialogue;
        this.silences = new Silences(dialogue);
        this.reader = reader;
        this.estates = estates;
        this.wording = wording;
        this.bot = bot;
        this.waiting = waiting;
        this.clock = clock;
    }

    /**
     * Reads updates in order; short messages of one burst are read as one.
     *
     * @param patience what may not happen in this attempt
     * @throws NotNow when the turn needs what the patience forbids; nothing has happened then
     */
    TurnDraft take(Conversation conversation, List<Inbound> updates, Patience patience) throws NotNow {
        TurnDraft draft = new TurnDraft(conversation);
        Instant now = clock.instant();
        List<Burst> bursts = Burst.of(updates);
        if (bursts.getLast().updates().size() > 1 && !patience.waited()) {
            throw NotNow.needs(NotNow.Need.REST_OF_SENTENCE);
        }
        for (Burst burst : bursts) {
            prepare(draft, burst);
            Scene scene = scene(draft, now);
            for (Inbound update : burst.updates()) {
                draft.heard(update, ResidentWords.of(update.content(), draft.talk(), scene.voice()));
            }
            answer(draft, burst, scene, patience);
        }
        return draft;
    }

    private void answer(TurnDraft draft, Burst burst, Scene scene, Patience patience) throws NotNow {
        var pending = dialogue.pending(draft.talk().state(), scene.situation());
        Reading reading = reader.read(burst.content(), draft.talk(), pending, scene.voice());
        if (burst.content() instanceof Press press) {
            draft.talk(draft.talk().pressed(press.token() + "@" + press.message()));
        }
        if (reading instanceof Reading.Danger danger) {
            danger(draft, danger, scene);
            if (scene.estate().isEmpty() && draft.standing().mode() == Mode.BOT) {
                bot.askEstateInDanger(draft, scene, patience);
            }
            return;
        }
        switch (draft.standing().mode()) {
            case BOT -> bot.answer(draft, reading, scene, patience);
            case WAITING -> waiting.answer(draft, reading, scene, patience);
            case AGENT -> {
                // A person has the chat; the words are in the transcript, and the person answers.
            }
        }
    }

    /** Safety words are said whoever has the conversation, and in front of everything else. */
    private static void danger(TurnDraft draft, Reading.Danger danger, Scene scene) {
        draft.say(EmergencyWords.of(danger.emergency(), scene), Lane.EMERGENCY, scene.now());
        draft.standing(draft.standing().inDanger());
    }

    /** What the update itself tells: the estate of the page or number, the language it is written in. */
    private void prepare(TurnDraft draft, Burst burst) {
        Inbound update = burst.updates().getLast();
        Optional<EstateCode> named =
                update.estate().filter(code -> estates.find(code).isPresent());
        named.or(this::onlyEstate)
                .filter(code -> named.isPresent() || draft.talk().estate().isEmpty())
                .ifPresent(code -> draft.talk(draft.talk().about(code)));
        List<Language> spoken = languages(draft.talk());
        if (draft.before().traffic().turns() == 0) {
            update.language()
                    .or(() -> spoken.stream().findFirst())
                    .ifPresent(first -> draft.talk(draft.talk().speaking(first, false)));
        }
        if (!draft.talk().languageChosen()) {
            Language chinese = spoken.stream()
                    .filter(language -> language != Language.EN)
                    .findFirst()
                    .orElse(Language.ZH_HANS);
            burst.text()
                    .filter(text -> !isALabel(text, draft.talk()))
                    .flatMap(text -> WrittenLanguage.of(text, draft.talk().language(), chinese))
                    .ifPresent(written -> draft.talk(draft.talk().speaking(written, false)));
        }
    }

    /** Those of the estate, most wanted first. */
    private List<Language> languages(Talk talk) {
        return talk.estate().flatMap(estates::find).map(Estate::languages).orElseGet(List::of);
    }

    /** Who types a name that was shown, such as an estate's, doesn't change the language by it. */
    private static boolean isALabel(String text, Talk talk) {
        return talk.shown().stream().anyMatch(button -> button.label().equalsIgnoreCase(text.strip()));
    }

    private Optional<EstateCode> onlyEstate() {
        var all = estates.all();
        return all.size() == 1 ? Optional.of(all.getFirst().code()) : Optional.empty();
    }

    Scene scene(TurnDraft draft, Instant now) {
        return Scene.of(draft.before(), draft.talk(), estates, wording, now);
    }

    /** A turn for updates that couldn't be read: nothing happens but a word of regret, and the offer of a person. */
    TurnDraft apology(Conversation conversation, List<Inbound> updates) {
        TurnDraft draft = new TurnDraft(conversation);
        Scene scene = scene(draft, clock.instant());
        for (Inbound update : updates) {
            draft.heard(update, ResidentWords.of(update.content(), draft.talk(), scene.voice()));
        }
        if (draft.standing().mode() == Mode.BOT) {
            draft.say(BotReplies.offeringPerson(scene, "trouble"), Lane.REPLY, scene.now());
        }
        return draft;
    }

    /** A turn without words: the resident was asked something and says nothing. Changes at least when that is looked at again. */
    TurnDraft silence(Conversation conversation) {
        TurnDraft draft = new TurnDraft(conversation);
        Scene scene = scene(draft, clock.instant());
        Talk talk = draft.talk();
        if (draft.standing().needsAttention()) {
            draft.talk(talk.in(talk.state(), Optional.of(scene.now().plus(Silences.PUT_OFF))));
            return draft;
        }
        Optional<Heard> heard = silences.heard(talk.state(), scene);
        draft.talk(talk.in(talk.state(), silences.due(talk.state(), scene.estate())));
        try {
            if (heard.isPresent()) {
                bot.answer(
                        draft,
                        new Reading.Dialogue(heard.get()),
                        scene,
                        Patience.stored(true).withClaim());
            }
            return draft;
        } catch (NotNow missing) {
            throw new IllegalStateException("Silence needs nothing", missing);
        }
    }
}
