package guanjia.conversations;

import guanjia.dialogue.Text;
import guanjia.directory.Estate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tells a resident who waits for a person how long it will be: the place in the queue, or when the office opens. Always with an apology. */
final class HandOffWords {
    private final Conversations conversations;

    HandOffWords(Conversations conversations) {
        this.conversations = conversations;
    }

    /** On joining the queue. */
    Text placeOf(Standing standing, Scene scene) {
        Estate estate = estate(scene);
        if (!estate.isOpen(scene.now())) {
            return Text.of("person.closed", closed(estate, scene));
        }
        long ahead = ahead(standing, scene);
        String key = ahead == 0 ? "person.next" : "person.open";
        return Text.of(key, Map.of("ahead", ahead, "minutes", minutes(estate)));
    }

    /** While waiting. */
    Text reminder(Standing standing, Scene scene) {
        Estate estate = estate(scene);
        if (!estate.isOpen(scene.now())) {
            return Text.of("person.waiting.closed", closed(estate, scene));
        }
        long ahead = ahead(standing, scene);
        String key = ahead == 0 ? "person.waiting.next" : "person.waiting.open";
        return Text.of(key, Map.of("ahead", ahead));
    }

    /** Nobody came in time: an apology and by when a call back is promised. */
    Text late(Instant callBackBy, Scene scene) {
        Estate estate = estate(scene);
        String time =
                OpeningWords.moment(callBackBy.atZone(estate.timeZone()), estate.today(scene.now()), scene.voice());
        return Text.of("person.late", Map.of("time", time));
    }

    private static Map<String, String> closed(Estate estate, Scene scene) {
        return Map.of(
                "hours", OpeningWords.hours(estate, scene.voice()),
                "opening", OpeningWords.nextOpening(estate, scene.now(), scene.voice()));
    }

    private long ahead(Standing standing, Scene scene) {
        return conversations.waiting(List.of(estate(scene).code().value())).stream()
                .filter(other -> other.standing().mode() == Mode.WAITING)
                .filter(other -> !other.id().equals(scene.id()))
                .filter(other -> other.standing().since().isBefore(standing.since()))
                .count();
    }

    private static long minutes(Estate estate) {
        return Math.max(
                1, estate.hours().handoffTarget().plus(Duration.ofSeconds(59)).toMinutes());
    }

    private static Estate estate(Scene scene) {
        return scene.estate().orElseThrow(() -> new IllegalStateException("A queue belongs to an estate"));
    }
}
