package guanjia.dialogue;

import java.util.List;

/** How a run of a flow ended. */
sealed interface Run {
    /** The flow and its answers afterwards. */
    Progress progress();

    /** Answered questions in order. */
    List<Step> trail();

    /** What the flow says for the first time, and why answers are asked again. */
    List<Say> says();

    /** At a question. */
    record Paused(Progress progress, List<Step> trail, List<Say> says, Prompt prompt) implements Run {}

    /** At its end. {@code progress} still lacks what was said, for the case that the turn isn't committed. */
    record Finished(Progress progress, List<Step> trail, List<Say> says, List<Effect> effects) implements Run {}

    /** An answered question. */
    record Step(Prompt prompt, Answer answer) {
        String name() {
            return prompt.name();
        }

        boolean correctable() {
            return prompt.question().kind() != Question.Kind.CONFIRM;
        }
    }

    /**
     * Runs a flow over its answers.
     *
     * @param correcting name of a question to stop at though it is answered; empty for none
     */
    static Run of(Flow flow, Progress progress, String correcting, Situation situation) {
        Replay replay = new Replay(progress, correcting, situation);
        List<Effect> effects;
        try {
            effects = List.copyOf(flow.run(replay));
        } catch (Pause pause) {
            return replay.paused();
        }
        return replay.finished(effects);
    }
}
