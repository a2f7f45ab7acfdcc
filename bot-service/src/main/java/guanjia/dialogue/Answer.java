package guanjia.dialogue;

import java.util.List;

/**
 * A stored answer: words or option codes, never labels.
 *
 * @param values one; several for pictures; none when the question was skipped
 * @param stage how far it is
 */
public record Answer(List<String> values, Stage stage) {
    public Answer {
        values = List.copyOf(values);
    }

    static Answer kept(String code) {
        return new Answer(List.of(code), Stage.KEPT);
    }

    static Answer skipped() {
        return new Answer(List.of(), Stage.KEPT);
    }

    static Answer heard(List<String> values) {
        return new Answer(values, Stage.HEARD);
    }

    /** How far an answer is. */
    public enum Stage {
        /** Said before its question was reached; checked then. */
        HEARD,
        /** Several are wanted and more may come. */
        OPEN,
        /** Checked; checked again in every run. */
        KEPT
    }
}
