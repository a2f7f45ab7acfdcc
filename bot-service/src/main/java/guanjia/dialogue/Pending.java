package guanjia.dialogue;

import java.util.List;
import java.util.Optional;

/**
 * What the bot waits for, so that a reader can match words such as "the first one", "2" or a label.
 *
 * @param flow name of the flow; empty for an offer to go on with a parked one
 * @param question name for {@link Heard.Filled}; begins with {@code !} for the engine's own questions
 * @param prompt what was asked
 * @param kind what kind of answer fits
 * @param options what can be answered now, in the order shown; also for confirmations and "that's all"
 * @param optional whether it may be skipped
 * @param answered names of the questions answered so far in the flow, in order: what can be corrected
 */
public record Pending(
        Optional<String> flow,
        String question,
        Text prompt,
        Question.Kind kind,
        List<Option> options,
        boolean optional,
        List<String> answered) {
    public Pending {
        options = List.copyOf(options);
        answered = List.copyOf(answered);
    }
}
