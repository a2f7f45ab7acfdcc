package guanjia.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A question as it stands in one run: what can be answered today, and whether something is an answer. */
sealed interface Prompt permits Prompt.Words, Prompt.Choosing, Collecting, Confirming {
    String YES = "yes";
    String NO = "no";
    String SKIP = "!skip";
    String DONE = "!done";
    String CLEAR = "!clear";

    Question<?> question();

    boolean optional();

    Text text();

    /** What can be pressed, in order. */
    List<Option> options();

    /** The answer that these codes or words are, however they came. */
    Optional<Answer> hear(List<String> values);

    /** Whether a checked answer is still one. */
    boolean keeps(Answer answer);

    /** What the resident sees of an answer. */
    Text label(Answer answer);

    default String name() {
        return question().name();
    }

    /** The answer that words said to this very question are. */
    default Optional<Answer> said(String words) {
        return hear(List.of(words));
    }

    /** The stored answer, as far as it holds today. */
    default Optional<Answer> recheck(Answer stored) {
        return switch (stored.stage()) {
            case HEARD -> hear(stored.values());
            case OPEN, KEPT -> Optional.of(stored).filter(this::keeps);
        };
    }

    /** What to say when a stored answer no longer holds. */
    default List<Say> reasonForAskingAgain() {
        return List.of(Say.of(Messages.NOT_OFFERED));
    }

    /** Whether these values leave an optional question out. */
    private static boolean isSkip(List<String> values) {
        return values.equals(List.of(SKIP));
    }

    private static boolean skippable(Prompt prompt, Answer answer) {
        return prompt.optional() && answer.values().isEmpty();
    }

    private static List<Option> orSkip(List<Option> options, boolean optional) {
        if (!optional) {
            return options;
        }
        List<Option> more = new ArrayList<>(options);
        more.add(Option.of(SKIP, Messages.SKIP));
        return List.copyOf(more);
    }

    /** Words, a number or a contact. */
    record Words<T>(Question<T> question, boolean optional) implements Prompt {
        @Override
        public Text text() {
            return Text.of(question.prompt());
        }

        @Override
        public List<Option> options() {
            return orSkip(List.of(), optional);
        }

        @Override
        public Optional<Answer> hear(List<String> values) {
            if (isSkip(values)) {
                return optional ? Optional.of(Answer.skipped()) : Optional.empty();
            }
            // A phone number proves something only as a shared contact, which doesn't come this way.
            if (values.size() != 1 || question.kind() == Question.Kind.CONTACT) {
                return Optional.empty();
            }
            return question.read()
                    .apply(values.getFirst())
                    .map(value -> Answer.kept(question.write().apply(value).code()));
        }

        @Override
        public boolean keeps(Answer answer) {
            return skippable(this, answer)
                    || (answer.values().size() == 1 && value(answer).isPresent());
        }

        @Override
        public Text label(Answer answer) {
            return value(answer).map(v -> question.write().apply(v).label()).orElse(Text.of(Messages.SKIPPED));
        }

        Optional<T> value(Answer answer) {
            return answer.values().stream().findFirst().flatMap(question.read());
        }
    }

    /** One of some. */
    record Choosing<T>(Question<T> question, boolean optional, List<T> among, List<Option> choices) implements Prompt {
        static <T> Choosing<T> of(Question<T> question, boolean optional, List<T> among) {
            List<Option> choices = among.stream().map(question.write()).toList();
            if (choices.stream().map(Option::code).distinct().count() < choices.size()) {
                throw new IllegalStateException("Two options of one code in question " + question.name());
            }
            return new Choosing<>(question, optional, among, choices);
        }

        @Override
        public Text text() {
            return Text.of(choices.isEmpty() ? Messages.NOTHING_TO_CHOOSE : question.prompt());
        }

        @Override
        public List<Option> options() {
            return orSkip(choices, optional);
        }

        @Override
        public Optional<Answer> hear(List<String> values) {
            if (isSkip(values)) {
                return optional ? Optional.of(Answer.skipped()) : Optional.empty();
            }
            return values.size() == 1
                    ? Options.byWords(choices, values.getFirst()).map(Answer::kept)
                    : Optional.empty();
        }

        /** Also by number: only here, where the numbers are those just shown. */
        @Override
        public Optional<Answer> said(String words) {
            return hear(List.of(words))
                    .or(() -> Options.byNumber(options(), words).flatMap(code -> hear(List.of(code))));
        }

        @Override
        public boolean keeps(Answer answer) {
            return skippable(this, answer) || value(answer).isPresent();
        }

        @Override
        public Text label(Answer answer) {
            return Options.byCode(choices, answer.values()).map(Option::label).orElse(Text.of(Messages.SKIPPED));
        }

        Optional<T> value(Answer answer) {
            return Options.byCode(choices, answer.values())
                    .map(choices::indexOf)
                    .map(among::get);
        }
    }
}
