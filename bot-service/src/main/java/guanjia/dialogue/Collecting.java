package guanjia.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures. @param have those received so far, at most {@code max} */
record Collecting(Question<List<String>> question, int min, int max, List<String> have) implements Prompt {
    @Override
    public boolean optional() {
        return min == 0;
    }

    @Override
    public Text text() {
        return Text.of(question.prompt(), Map.of("count", have.size(), "min", min, "max", max));
    }

    @Override
    public List<Option> options() {
        if (have.isEmpty()) {
            return optional() ? List.of(Option.of(SKIP, Messages.SKIP)) : List.of();
        }
        Option clear = Option.of(CLEAR, Messages.PHOTOS_CLEAR);
        return have.size() < min ? List.of(clear) : List.of(Option.of(DONE, Messages.THAT_IS_ALL), clear);
    }

    /** References of further pictures, or one of the options. */
    @Override
    public Optional<Answer> hear(List<String> values) {
        if (values.equals(List.of(CLEAR))) {
            return Optional.of(new Answer(List.of(), Answer.Stage.OPEN));
        }
        if (values.equals(List.of(DONE)) || values.equals(List.of(SKIP))) {
            return Optional.of(new Answer(have, Answer.Stage.KEPT)).filter(a -> have.size() >= min);
        }
        return Optional.of(with(values));
    }

    /** Words are no pictures. */
    @Override
    public Optional<Answer> said(String words) {
        return Options.byWords(options(), words)
                .or(() -> Options.byNumber(options(), words))
                .flatMap(code -> hear(List.of(code)));
    }

    @Override
    public boolean keeps(Answer answer) {
        int size = answer.values().size();
        return size <= max && (answer.stage() == Answer.Stage.OPEN || size >= min);
    }

    @Override
    public Text label(Answer answer) {
        return answer.values().isEmpty()
                ? Text.of(Messages.SKIPPED)
                : Text.of(Messages.PHOTO_COUNT, Map.of("count", answer.values().size()));
    }

    /** What there is with more pictures; complete when there is room for no further one. */
    Answer with(List<String> more) {
        List<String> all = new ArrayList<>(have);
        more.stream().filter(reference -> !have.contains(reference)).forEach(all::add);
        List<String> fitting = all.subList(0, Math.min(max, all.size()));
        return new Answer(fitting, fitting.size() == max ? Answer.Stage.KEPT : Answer.Stage.OPEN);
    }
}
