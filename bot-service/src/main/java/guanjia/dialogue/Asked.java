package guanjia.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is asked at the end of a turn: of a flow, or of the engine's own. */
record Asked(String question, Text text, Question.Kind kind, List<Option> options, boolean optional) {
    static Asked of(Run.Paused at, State.Focus.Aim aim, List<Run.Step> trail) {
        return switch (aim) {
            case NEXT, CORRECT -> of(at.prompt());
            case WHICH -> which(trail);
            case CANCEL -> cancel(at.progress());
        };
    }

    private static Asked of(Prompt prompt) {
        return new Asked(prompt.name(), prompt.text(), prompt.question().kind(), prompt.options(), prompt.optional());
    }

    private static Asked which(List<Run.Step> trail) {
        List<Option> options = new ArrayList<>();
        trail.stream()
                .filter(Run.Step::correctable)
                .forEach(s ->
                        options.add(Option.of(s.name(), s.prompt().question().prompt() + ".name")));
        options.add(Option.of(Token.CANCEL, Messages.CANCEL));
        return ofEngine(Token.WHICH, Text.of(Messages.CHANGE_WHAT), options);
    }

    private static Asked cancel(Progress progress) {
        return ofEngine(
                Token.CANCEL,
                Text.of(Messages.CANCEL_SURE, Map.of("matter", matter(progress))),
                List.of(Option.of(Prompt.YES, Messages.CANCEL), Option.of(Prompt.NO, Messages.GO_ON)));
    }

    static Asked resume(Progress parked) {
        return ofEngine(
                Token.RESUME,
                Text.of(Messages.RESUME_OFFER, Map.of("matter", matter(parked))),
                List.of(Option.of(Prompt.YES, Messages.GO_ON), Option.of(Prompt.NO, Messages.DROP)));
    }

    private static Asked ofEngine(String question, Text text, List<Option> options) {
        return new Asked(question, text, Question.Kind.CHOICE, List.copyOf(options), false);
    }

    /** The name of what a flow is about. */
    static Text matter(Progress progress) {
        return Text.of("flow." + progress.flow());
    }

    /** The code of the option meant by words; the engine's own options by code and number only, their labels are the reader's. */
    Optional<String> said(String words) {
        return Options.byWords(options, words).or(() -> Options.byNumber(options, words));
    }

    Say say(String instance, boolean brief, List<Say.Choice> extra) {
        List<Say.Choice> choices = new ArrayList<>();
        options.forEach(o -> choices.add(choice(instance, question, o)));
        choices.addAll(extra);
        return new Say(text, choices, brief, kind == Question.Kind.CONTACT);
    }

    static Say.Choice choice(String instance, String question, Option option) {
        return new Say.Choice(new Token(instance, question, option.code()).text(), option.label());
    }

    Pending pending(Optional<String> flow, List<Run.Step> trail) {
        List<String> answered =
                trail.stream().filter(Run.Step::correctable).map(Run.Step::name).toList();
        return new Pending(flow, question, text, kind, options, optional, answered);
    }
}
