package guanjia.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateCodecTest {
    private static final Progress PROGRESS = new Progress(
            "repair",
            "2",
            Map.of("unit", Answer.kept("unit-3栋201"), "photos", new Answer(List.of("a", "b"), Answer.Stage.OPEN)),
            Set.of("x1"),
            Instant.parse("2026-11-25T02:00:00.123456Z"));
    private static final State.Shelf SHELF = new State.Shelf(3, List.of(PROGRESS), 1, "d:1:unit:x");
    private static final State.Asking ASKING =
            new State.Asking(SHELF, PROGRESS, new State.Focus("visit", State.Focus.Aim.CORRECT), true);

    @Test
    void readsBackWhatItWrote() {
        for (State state : List.of(State.fresh(), new State.Idle(SHELF, true), ASKING, new State.WithStaff(ASKING))) {
            assertThat(StateCodec.read(StateCodec.write(state))).isEqualTo(state);
        }
    }

    @Test
    void writesThePlainTreeThatIsStoredToday() {
        assertThat(StateCodec.write(new State.Idle(State.Shelf.EMPTY, false)))
                .isEqualTo(Map.of(
                        "version",
                        1,
                        "offering",
                        false,
                        "started",
                        0,
                        "parked",
                        List.of(),
                        "misunderstandings",
                        0,
                        "lastPress",
                        ""));
        assertThat(StateCodec.write(ASKING)).containsKeys("flow", "question", "aim", "reminded");
    }

    @Test
    void toleratesUnknownAndMissingFields() {
        Map<String, Object> tree = new HashMap<>(StateCodec.write(ASKING));
        tree.put("version", 99);
        tree.put("mood", "good");
        tree.remove("reminded");
        tree.put("aim", "A_LATER_ONE");
        assertThat(StateCodec.read(tree))
                .isEqualTo(new State.Asking(SHELF, PROGRESS, new State.Focus("visit", State.Focus.Aim.NEXT), false));
    }

    @Test
    void startsAnewFromWhatMakesNoSense() {
        assertThat(StateCodec.read(Map.of())).isEqualTo(State.fresh());
        assertThat(StateCodec.read(Map.of("flow", "repair", "parked", "none", "started", -4)))
                .isEqualTo(State.fresh());
        assertThat(StateCodec.read(Map.of("flow", Map.of("instance", "1"), "parked", List.of(7))))
                .isEqualTo(State.fresh());
    }

    @Test
    void checksAnswersOfAnUnknownStageAnew() {
        Map<String, Object> answer = Map.of("question", "unit", "values", List.of("x", 5), "stage", "SIGNED");
        State state = StateCodec.read(Map.of("flow", Map.of("name", "repair", "answers", List.of(answer))));
        assertThat(((State.Asking) state).progress())
                .isEqualTo(new Progress(
                        "repair", "", Map.of("unit", Answer.heard(List.of("x"))), Set.of(), Instant.EPOCH));
    }

    @Test
    void neverThrowsOnADamagedTree() {
        for (long seed = 0; seed < 2000; seed++) {
            Object damaged = damage(StateCodec.write(new State.WithStaff(ASKING)), new Random(seed));
            assertThat(StateCodec.read(asTree(damaged))).as("seed %d", seed).isNotNull();
        }
    }

    private static Map<String, Object> asTree(Object tree) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> any) {
            any.forEach((k, v) -> map.put(k.toString(), v));
        }
        return map;
    }

    private static Object damage(Object node, Random random) {
        if (random.nextInt(12) == 0) {
            return List.of("", 3, false, List.of(Map.of()), Map.of("name", 1)).get(random.nextInt(5));
        }
        return switch (node) {
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                map.forEach((k, v) -> copy.put(k, damage(v, random)));
                yield copy;
            }
            case List<?> list -> {
                List<Object> copy = new ArrayList<>();
                list.forEach(v -> copy.add(damage(v, random)));
                yield copy;
            }
            default -> node;
        };
    }
}
