package guanjia.dialogue;

import java.util.List;
import java.util.Optional;

/**
 * "Is this right?" The stored answer and the token of "yes" carry the fingerprint of what was shown, so that a late press can't agree to
 * something else.
 */
record Confirming(Question<Boolean> question, Text text, String fingerprint) implements Prompt {
    @Override
    public boolean optional() {
        return false;
    }

    @Override
    public List<Option> options() {
        return List.of(Option.of(fingerprint, Messages.YES), Option.of(NO, Messages.NO));
    }

    @Override
    public Optional<Answer> hear(List<String> values) {
        return values.equals(List.of(fingerprint)) ? Optional.of(Answer.kept(fingerprint)) : Optional.empty();
    }

    /** Words always mean what was shown last. */
    @Override
    public Optional<Answer> said(String words) {
        return words.equals(YES) ? Optional.of(Answer.kept(fingerprint)) : hear(List.of(words));
    }

    @Override
    public boolean keeps(Answer answer) {
        return answer.values().equals(List.of(fingerprint));
    }

    @Override
    public Text label(Answer answer) {
        return Text.of(Messages.YES);
    }

    /** Nothing: what changed is seen in what is shown. */
    @Override
    public List<Say> reasonForAskingAgain() {
        return List.of();
    }
}
