package guanjia.conversations;

import guanjia.delivery.Button;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.Content;
import guanjia.directory.Language;
import guanjia.knowledge.Answer;
import guanjia.knowledge.Audience;
import guanjia.knowledge.ChineseScript;
import guanjia.knowledge.Citation;
import guanjia.knowledge.KnowledgeBase;
import guanjia.knowledge.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks the knowledge base and words what it says for the chat. Thread-safe. */
final class Answers {
    private final KnowledgeBase knowledge;
    private final HandbookLinks links;
    private final Drafts drafts;
    private final boolean slow;

    /** @param slow whether answers may take seconds: then they are worked out after the update is stored, and pages show how they begin */
    Answers(KnowledgeBase knowledge, HandbookLinks links, Drafts drafts, boolean slow) {
        this.knowledge = knowledge;
        this.links = links;
        this.drafts = drafts;
        this.slow = slow;
    }

    /**
     * The answer for somebody whose home isn't proven.
     *
     * @throws NotNow when a model may take seconds and the updates aren't stored yet
     * @throws IllegalStateException when no estate is known
     */
    Answer ask(String text, Scene scene, Patience patience) throws NotNow {
        if (slow && !patience.stored()) {
            throw NotNow.needs(NotNow.Need.STORE);
        }
        String estate = scene.estate()
                .orElseThrow(() -> new IllegalStateException("A question needs an estate"))
                .code()
                .value();
        int longest = scene.channel() == ChannelKind.SMS ? Question.SMS : Question.SCREEN;
        Question question = new Question(
                estate,
                Optional.empty(),
                Audience.EVERYBODY,
                text,
                scene.voice().language().locale(),
                scene.now(),
                longest);
        return scene.channel() == ChannelKind.WEB && slow ? watched(question, scene) : knowledge.answer(question);
    }

    /** The page shows what a language model has written so far; the answer in the transcript replaces it. */
    private Answer watched(Question question, Scene scene) {
        try {
            return knowledge.answer(
                    question,
                    text -> drafts.show(
                            scene.address(), script(text, scene.voice().language())));
        } finally {
            drafts.clear(scene.address());
        }
    }

    /** A found answer with its sources. */
    Content found(Answer answer, Scene scene) {
        Voice voice = scene.voice();
        String source = answer.citations().stream()
                .map(citation -> script(citation.line(), voice.language()))
                .distinct()
                .collect(Collectors.joining("；"));
        String key = voice.language() == Language.EN && isChinese(answer.text()) ? "answer.original" : "answer";
        String text = voice.words(key, Map.of("text", script(answer.text(), voice.language()), "source", source));
        List<Button> open = new ArrayList<>();
        for (Citation citation : answer.citations()) {
            links.to(citation, scene)
                    .ifPresent(link -> open.add(
                            new Button(openLabel(citation, answer.citations().size(), voice), link)));
        }
        return Content.withButtons(text, open.stream().map(List::of).toList());
    }

    /** "I don't know", with what may have been meant and a person. @param turn number of the turn, for the buttons */
    Content unknown(Answer answer, Scene scene, long turn) {
        Voice voice = scene.voice();
        List<Button> buttons = new ArrayList<>();
        for (String suggestion : answer.suggestions()) {
            buttons.add(BotButton.asking(script(suggestion, voice.language()), turn, buttons.size()));
        }
        boolean original =
                voice.language() == Language.EN && answer.suggestions().stream().anyMatch(Answers::isChinese);
        String key = buttons.isEmpty()
                ? "answer.unknown"
                : original ? "answer.unknown.related.original" : "answer.unknown.related";
        buttons.add(BotButton.PERSON.in(voice));
        return Content.withButtons(
                voice.words(key), buttons.stream().map(List::of).toList());
    }

    private static String openLabel(Citation citation, int of, Voice voice) {
        return of == 1
                ? voice.words("answer.open")
                : voice.words("answer.open.one", Map.of("section", script(citation.section(), voice.language())));
    }

    /** Handbooks are written in simplified characters; readers of traditional ones get those. */
    private static String script(String text, Language language) {
        return language == Language.ZH_HANT ? ChineseScript.traditional(text) : text;
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }
}
