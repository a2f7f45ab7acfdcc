package guanjia.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of a {@link Flow}. A question's method returns the answer once it is known and valid today; until then it ends the run.
 * Answers are checked again in every run: a stored choice that is no longer among those offered is asked again, with the reason. Not
 * thread-safe, valid only during one run.
 *
 * <p>All methods throw {@link IllegalStateException} on illegal use: two questions of one name in a run, a line after the run has ended, a
 * method that doesn't fit the question's kind.
 */
public interface Script {
    /** Where and when this turn happens. */
    Situation situation();

    /** Asks a question that must be answered; for questions of kind TEXT, NUMBER, CONTACT and CHOICE with fixed options. */
    <T> T ask(Question<T> question);

    /** Asks a question that may be skipped; empty when it was. Kinds as {@link #ask}. */
    <T> Optional<T> maybe(Question<T> question);

    /**
     * Asks to choose one of those that can be had now.
     *
     * @param among in the order shown; when empty, the resident is told that there is nothing to choose and is offered a person
     */
    <T> T choose(Question<T> question, List<T> among);

    /**
     * Collects pictures until the resident says that's all, or the limit is reached. Pictures sent earlier in the flow are included.
     *
     * @param min at least so many; 0 lets the resident skip it
     * @param max at most so many; further ones are left out
     * @return the references given in {@link Heard.Photo}
     */
    List<String> collect(Question<List<String>> question, int min, int max);

    /** As {@link #confirm(Question, Map)}, without further arguments. */
    default void confirm(Question<Boolean> question) {
        confirm(question, Map.of());
    }

    /**
     * Shows what was answered and asks whether it is right. "No" asks what to change, and comes back here. When an answer changes later
     * on, it is asked again.
     *
     * @param more arguments of the message besides the answers so far, which it gets by their questions' names
     */
    void confirm(Question<Boolean> question, Map<String, ?> more);

    /** Says something, once in the life of this flow for the same key and arguments. */
    void say(Text text);
}
