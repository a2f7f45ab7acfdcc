package guanjia.conversations;

import guanjia.delivery.ChannelKind;
import guanjia.delivery.Content;
import guanjia.delivery.Lane;
import guanjia.dialogue.Heard;
import guanjia.dialogue.Wish;
import guanjia.directory.EstateCode;
import guanjia.directory.Estates;
import guanjia.knowledge.Answer;
import guanjia.knowledge.Intent;
import guanjia.knowledge.Readings;
import java.util.List;
import java.util.Optional;

/** What the bot answers while it has the conversation. Thread-safe. */
final class BotReplies {
    private final Estates estates;
    private final Answers answers;
    private final EngineTurns engine;
    private final Readings readings;

    BotReplies(Estates estates, Answers answers, EngineTurns engine, Readings readings) {
        this.estates = estates;
        this.answers = answers;
        this.engine = engine;
        this.readings = readings;
    }

    void answer(TurnDraft draft, Reading reading, Scene scene, Patience patience) throws NotNow {
        switch (reading) {
            case Reading.Dialogue dialogue -> heard(draft, dialogue.heard(), scene, patience);
            case Reading.Words words -> words(draft, words.typed(), scene, patience);
            case Reading.Begin begin -> begin(draft, begin, scene, patience);
            case Reading.Show show -> show(draft, show.page(), scene, patience);
            case Reading.Speak speak -> {
                draft.talk(draft.talk().speaking(speak.language(), true));
                say(draft, engine.rescene(draft, scene), "language.chosen");
                engine.resume(draft, engine.rescene(draft, scene), patience);
            }
            case Reading.Chat chat -> chat(draft, chat, scene, patience);
            case Reading.Wordless wordless -> {
                say(draft, scene, wordless.key());
                engine.resume(draft, scene, patience);
            }
            case Reading.OldButton old ->
                draft.say(Menus.menu(scene, "button.old", estates.all().size()), Lane.REPLY, scene.now());
            case Reading.Danger danger -> throw new IllegalStateException("Dangers are answered before");
            case Reading.Nothing nothing -> {
                // A press that came twice, or a chat that was closed: nobody waits for an answer.
            }
        }
    }

    /** Who is greeted for the first time learns what can be asked. */
    private void chat(TurnDraft draft, Reading.Chat chat, Scene scene, Patience patience) throws NotNow {
        if (chat.equals(Reading.Chat.GREETING) && !draft.talk().welcomed()) {
            begin(draft, new Reading.Begin(Optional.empty()), scene, patience);
            return;
        }
        if (chat.equals(Reading.Chat.UPSET)) {
            offerPerson(draft, scene, chat.key());
        } else {
            say(draft, scene, chat.key());
        }
        engine.resume(draft, scene, patience);
    }

    private void heard(TurnDraft draft, Heard heard, Scene scene, Patience patience) throws NotNow {
        boolean wantsPerson = heard instanceof Heard.Wished wished && wished.wish() == Wish.PERSON;
        if (wantsPerson && scene.estate().isEmpty()) {
            askEstate(draft, scene.voice().words("menu.person"), scene, patience);
            return;
        }
        engine.hear(draft, heard, scene, patience);
        if (draft.talk().estate().isPresent() && draft.talk().held().isPresent()) {
            String question = draft.talk().held().get();
            draft.talk(draft.talk().holding(Optional.empty()));
            again(draft, question, engine.rescene(draft, scene), patience);
        }
    }

    /** A question that waited for the estate. */
    private void again(TurnDraft draft, String question, Scene scene, Patience patience) throws NotNow {
        if (question.equals(scene.voice().words("menu.person"))) {
            engine.hear(draft, new Heard.Wished(Wish.PERSON), scene, patience);
        } else {
            words(draft, Typed.of(question), scene, patience);
        }
    }

    private void begin(TurnDraft draft, Reading.Begin begin, Scene scene, Patience patience) throws NotNow {
        Optional<EstateCode> named =
                begin.estate().filter(code -> estates.find(code).isPresent());
        named.ifPresent(code -> draft.talk(draft.talk().about(code)));
        Scene here = engine.rescene(draft, scene);
        if (named.isEmpty() && begin.estate().isPresent() && here.estate().isPresent()) {
            draft.say(Menus.menu(here, "estate.unknown.stays", estates.all().size()), Lane.REPLY, here.now());
            return;
        }
        if (here.estate().isEmpty()) {
            say(draft, here, begin.estate().isPresent() ? "estate.unknown" : "welcome.no-estate");
            engine.start(draft, EstateFlow.NAME, here, patience);
            return;
        }
        if (named.isPresent() && engine.isRunning(draft, EstateFlow.NAME)) {
            heard(draft, EstateFlow.chosen(named.get()), here, patience);
            if (draft.standing().urgent()) {
                return;
            }
        }
        Content greeting = draft.talk().welcomed()
                ? Menus.menu(here, "welcome.back", estates.all().size())
                : Menus.welcome(here, estates.all().size());
        draft.talk(draft.talk().greeted());
        draft.say(greeting, Lane.REPLY, here.now());
        engine.resume(draft, here, patience);
    }

    private void show(TurnDraft draft, Reading.Show.Page page, Scene scene, Patience patience) throws NotNow {
        switch (page) {
            case MENU -> menu(draft, scene, patience);
            case HELP -> draft.say(Menus.menu(scene, "help", estates.all().size()), Lane.REPLY, scene.now());
            case POPULAR -> draft.say(Menus.popular(scene, draft.number()), Lane.REPLY, scene.now());
        }
    }

    /** By SMS a chat often begins with the word START. */
    private void menu(TurnDraft draft, Scene scene, Patience patience) throws NotNow {
        if (scene.channel() == ChannelKind.SMS && !draft.talk().welcomed()) {
            begin(draft, new Reading.Begin(Optional.empty()), scene, patience);
        } else {
            engine.hear(draft, new Heard.Wished(Wish.MENU), scene, patience);
        }
    }

    private void words(TurnDraft draft, Typed typed, Scene scene, Patience patience) throws NotNow {
        if (scene.estate().isEmpty()) {
            askEstate(draft, typed.text(), scene, patience);
            return;
        }
        if (!patience.waited() && isFragment(typed.text()) && !engine.wantsFreeText(draft, scene)) {
            throw NotNow.needs(NotNow.Need.REST_OF_SENTENCE);
        }
        Answer answer = answers.ask(typed.text(), scene, patience);
        if (engine.wantsFreeText(draft, scene) && isAnswerToWhatWasAsked(draft, typed, answer)) {
            engine.hear(draft, new Heard.Said(typed.text()), scene, patience);
            return;
        }
        switch (answer.outcome()) {
            case ANSWERED -> {
                draft.say(answers.found(answer, scene), Lane.REPLY, scene.now());
                engine.resume(draft, scene, patience);
            }
            case REQUEST -> request(draft, answer, scene, patience);
            case NOT_FOUND -> unknown(draft, typed, answer, scene, patience);
            case EMERGENCY -> {
                draft.say(EmergencyWords.of(answer.emergency().orElseThrow(), scene), Lane.EMERGENCY, scene.now());
                draft.standing(draft.standing().inDanger());
            }
        }
    }

    /** Whether more may follow at once that belongs to it: nothing is asked, and nothing is wanted. */
    private boolean isFragment(String text) {
        return QuestionLook.isFragment(text) && readings.intent(text).isEmpty();
    }

    /**
     * A question of the resident's own is answered first, be it that we don't know; a wish for another matter, a person or others' data is
     * no answer either.
     */
    private boolean isAnswerToWhatWasAsked(TurnDraft draft, Typed typed, Answer answer) {
        return switch (answer.outcome()) {
            case EMERGENCY -> false;
            case ANSWERED -> !QuestionLook.asks(typed.text()) || QuestionToUs.describesTrouble(typed);
            case NOT_FOUND ->
                answer.intent().filter(Intent.PRIVATE_DATA::equals).isEmpty() && !QuestionToUs.wantsToKnow(typed);
            case REQUEST ->
                answer.intent().filter(Intent.PERSON::equals).isEmpty()
                        && answer.intent()
                                .flatMap(engine::flowFor)
                                .filter(flow -> !engine.isRunning(draft, flow))
                                .isEmpty();
        };
    }

    private void request(TurnDraft draft, Answer answer, Scene scene, Patience patience) throws NotNow {
        Intent intent = answer.intent().orElseThrow();
        Optional<String> flow = engine.flowFor(intent);
        if (flow.isPresent()) {
            engine.start(draft, flow.get(), scene, patience);
            return;
        }
        switch (intent) {
            case PERSON -> engine.hear(draft, new Heard.Wished(Wish.PERSON), scene, patience);
            case SMALL_TALK -> {
                say(draft, scene, "smalltalk.greeting");
                engine.resume(draft, scene, patience);
            }
            case REPAIR -> offerPerson(draft, scene, "answer.repair");
            case COMPLAINT -> offerPerson(draft, scene, "answer.complaint");
            case BOOKING -> offerPerson(draft, scene, "answer.booking");
            case PRIVATE_DATA -> offerPerson(draft, scene, "answer.private");
        }
    }

    private void unknown(TurnDraft draft, Typed typed, Answer answer, Scene scene, Patience patience) throws NotNow {
        if (answer.intent().filter(Intent.PRIVATE_DATA::equals).isPresent()) {
            offerPerson(draft, scene, "answer.private");
            return;
        }
        if (QuestionLook.isQuestion(typed.text()) || QuestionToUs.wantsToKnow(typed)) {
            draft.say(answers.unknown(answer, scene, draft.number()), Lane.REPLY, scene.now());
            engine.resume(draft, scene, patience);
            return;
        }
        engine.hear(draft, new Heard.NotUnderstood(), scene, patience);
    }

    /** The safety words are out already; what is missing are the numbers of the estate. */
    void askEstateInDanger(TurnDraft draft, Scene scene, Patience patience) throws NotNow {
        engine.start(draft, EstateFlow.NAME, scene, patience);
    }

    private void askEstate(TurnDraft draft, String question, Scene scene, Patience patience) throws NotNow {
        draft.talk(draft.talk().holding(Optional.of(question)));
        engine.start(draft, EstateFlow.NAME, scene, patience);
    }

    private static void offerPerson(TurnDraft draft, Scene scene, String key) {
        draft.say(offeringPerson(scene, key), Lane.REPLY, scene.now());
    }

    /** A message with the offer of a person under it. */
    static Content offeringPerson(Scene scene, String key) {
        return Content.withButtons(scene.voice().words(key), List.of(List.of(BotButton.PERSON.in(scene.voice()))));
    }

    private static void say(TurnDraft draft, Scene scene, String key) {
        draft.say(Content.text(scene.voice().words(key)), Lane.REPLY, scene.now());
    }
}
