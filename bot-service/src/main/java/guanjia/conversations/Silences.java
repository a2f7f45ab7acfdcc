package guanjia.conversations;

import guanjia.dialogue.Dialogue;
import guanjia.dialogue.Heard;
import guanjia.dialogue.State;
import guanjia.directory.Estate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a resident who was asked something and says nothing is to be reminded: as the flow wants it, and never at night. Thread-safe. */
final class Silences {
    /** A silence that nobody should break, or that couldn't be heard, is looked at again after so long. */
    static final Duration PUT_OFF = Duration.ofMinutes(15);

    private static final Duration STEP = Duration.ofMinutes(5);
    private static final Duration LONGEST_NIGHT = Duration.ofDays(1);

    private final Dialogue dialogue;

    Silences(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    /** When the silence is to be heard; empty when nothing is asked. */
    Optional<Instant> due(State state, Optional<Estate> estate) {
        return dialogue.due(state)
                .map(due -> estate.map(known -> afterTheNight(due, known)).orElse(due));
    }

    /** What the silence means now; empty when it isn't time. */
    Optional<Heard> heard(State state, Scene scene) {
        return scene.estate().filter(known -> known.isQuiet(scene.now())).isPresent()
                ? Optional.empty()
                : dialogue.silence(state, scene.situation());
    }

    private static Instant afterTheNight(Instant due, Estate estate) {
        Instant latest = due.plus(LONGEST_NIGHT);
        Instant moment = due;
        while (estate.isQuiet(moment) && moment.isBefore(latest)) {
            moment = moment.plus(STEP);
        }
        return moment;
    }
}
