package guanjia.dialogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run of a flow over its stored answers. */
final class Replay implements Script {
    /** Where pictures wait that were sent before the flow asked for them. */
    static final String EARLY_PHOTOS = "!photos";

    private final Progress before;
    private final String correcting;
    private final Situation situation;
    private final Map<String, Answer> answers;
    private final Set<String> said;
    private final Set<String> reached = new LinkedHashSet<>();
    private final List<Run.Step> trail = new ArrayList<>();
    private final List<Say> says = new ArrayList<>();
    private @Nullable Prompt stoppedAt;
    private boolean over;

    Replay(Progress before, String correcting, Situation situation) {
        this.before = before;
        this.correcting = correcting;
        this.situation = situation;
        this.answers = new LinkedHashMap<>(before.answers());
        this.said = new LinkedHashSet<>(before.said());
    }

    @Override
    public Situation situation() {
        return situation;
    }

    @Override
    public <T> T ask(Question<T> question) {
        return answer(question, false).orElseThrow();
    }

    @Override
    public <T> Optional<T> maybe(Question<T> question) {
        return answer(question, true);
    }

    private <T> Optional<T> answer(Question<T> question, boolean optional) {
        return switch (question.kind()) {
            case TEXT, NUMBER, CONTACT -> {
                Prompt.Words<T> prompt = new Prompt.Words<>(question, optional);
                yield prompt.value(reach(prompt));
            }
            case CHOICE -> choose(question, optional, question.fixed());
            case PHOTOS, CONFIRM -> throw illegal("Question " + question.name() + " has a line of its own");
        };
    }

    @Override
    public <T> T choose(Question<T> question, List<T> among) {
        if (question.kind() != Question.Kind.CHOICE) {
            throw illegal("Question " + question.name() + " is not a choice");
        }
        return choose(question, false, among).orElseThrow();
    }

    private <T> Optional<T> choose(Question<T> question, boolean optional, List<T> among) {
        Prompt.Choosing<T> prompt = Prompt.Choosing.of(question, optional, among);
        return prompt.value(reach(prompt));
    }

    @Override
    public List<String> collect(Question<List<String>> question, int min, int max) {
        if (min < 0 || max < Math.max(1, min)) {
            throw illegal("Limits of question " + question.name());
        }
        Collecting none = new Collecting(question, min, max, List.of());
        answers.computeIfPresent(question.name(), (name, a) -> none.recheck(a).orElse(a));
        Answer early = answers.remove(EARLY_PHOTOS);
        if (early != null) {
            answers.merge(
                    question.name(), none.with(early.values()), (a, b) -> new Collecting(question, min, max, a.values())
                            .with(b.values()));
        }
        Answer now = answers.getOrDefault(question.name(), Answer.skipped());
        return reach(new Collecting(question, min, max, now.values())).values();
    }

    @Override
    public void confirm(Question<Boolean> question, Map<String, ?> more) {
        Map<String, Object> args = new LinkedHashMap<>(more);
        trail.forEach(step -> args.put(step.name(), step.prompt().label(step.answer())));
        String shown = trail.stream()
                .map(step -> step.name() + "=" + step.answer().values())
                .collect(Collectors.joining(";"));
        reach(new Confirming(question, Text.of(question.prompt(), args), Fingerprint.of(shown)));
    }

    @Override
    public void say(Text text) {
        mustRun();
        if (said.add(Integer.toString(text.hashCode(), Character.MAX_RADIX))) {
            says.add(Say.of(text));
        }
    }

    private Answer reach(Prompt prompt) {
        mustRun();
        if (!reached.add(prompt.name())) {
            throw illegal("Two questions of the name " + prompt.name());
        }
        Answer stored = answers.get(prompt.name());
        if (stored == null) {
            throw stopAt(prompt);
        }
        Optional<Answer> holding = prompt.recheck(stored);
        if (holding.isEmpty()) {
            answers.remove(prompt.name());
            says.addAll(prompt.reasonForAskingAgain());
            throw stopAt(prompt);
        }
        Answer answer = holding.get();
        answers.put(prompt.name(), answer);
        if (answer.stage() == Answer.Stage.OPEN || prompt.name().equals(correcting)) {
            throw stopAt(prompt);
        }
        trail.add(new Run.Step(prompt, answer));
        return answer;
    }

    private Pause stopAt(Prompt prompt) {
        stoppedAt = prompt;
        over = true;
        return Pause.HERE;
    }

    Run.Paused paused() {
        Prompt prompt = stoppedAt;
        if (prompt == null) {
            throw illegal("Paused outside a question");
        }
        Progress now = new Progress(before.flow(), before.instance(), answers, said, before.askedAt());
        return new Run.Paused(now, List.copyOf(trail), List.copyOf(says), prompt);
    }

    Run.Finished finished(List<Effect> effects) {
        mustRun();
        over = true;
        Progress now = new Progress(before.flow(), before.instance(), answers, before.said(), before.askedAt());
        return new Run.Finished(now, List.copyOf(trail), List.copyOf(says), effects);
    }

    private void mustRun() {
        if (over) {
            throw illegal("The run has ended");
        }
    }

    private IllegalStateException illegal(String what) {
        return new IllegalStateException("Flow " + before.flow() + ": " + what);
    }
}
