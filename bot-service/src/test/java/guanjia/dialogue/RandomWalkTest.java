package guanjia.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.dialogue.SampleFlows.Binding;
import guanjia.dialogue.SampleFlows.Booking;
import guanjia.dialogue.SampleFlows.Repair;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever is heard in whatever order, with ports changing and deployments in between. */
class RandomWalkTest {
    private static final List<String> NAMES = List.of(
            "unit", "fault", "urgency", "photos", "visit", "note", "summary", "place", "people", "!which", "!cancel",
            "!resume", "x");
    private static final List<String> WORDS = List.of(
            "yes",
            "no",
            "1",
            "2",
            "12",
            "漏水",
            "周二上午",
            "unit-3栋201",
            "URGENT",
            "!skip",
            "!done",
            "!clear",
            "",
            "  ",
            "网球场",
            "~1");

    private final Repair repair = new Repair();
    private final List<String> tokens = new ArrayList<>(List.of("", "d:", "d:1:unit:x", "d:1:!which:x", "::::"));
    private final Set<String> finished = new HashSet<>();
    private final List<String> log = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-25T02:00:00Z");

    @Test
    void neverThrowsAlwaysAnswersAndNeverActsTwice() {
        int effects = 0;
        for (long seed = 1; seed <= 150; seed++) {
            effects += new RandomWalkTest().walk(new Random(seed), seed);
        }
        assertThat(effects).as("walks reach the end of flows").isGreaterThan(100);
    }

    private int walk(Random random, long seed) {
        Dialogue dialogue = new Dialogue(List.of(repair, new Booking(), new Binding()));
        State state = State.fresh();
        for (int i = 0; i < 120; i++) {
            if (random.nextInt(25) == 0) {
                repair.free.removeIf(v -> random.nextBoolean());
                repair.free.removeAll(List.of("周三下午"));
                repair.free.add(0, "周三下午");
                repair.asksAccess = random.nextBoolean();
                repair.asksNote = random.nextBoolean();
                dialogue = random.nextInt(8) == 0
                        ? new Dialogue(List.of(new Booking()))
                        : new Dialogue(List.of(repair, new Booking(), new Binding()));
            }
            now = now.plus(Duration.ofMinutes(random.nextInt(60)));
            Situation situation = new Situation(now, "c", Optional.empty(), Optional.empty());
            Heard heard = heard(random, dialogue.pending(state, situation));
            log.add(heard.toString());
            state = check(dialogue, state, heard, situation, random, seed);
        }
        return finished.size();
    }

    private State check(Dialogue dialogue, State state, Heard heard, Situation situation, Random random, long seed) {
        Supplier<String> where = () -> "seed " + seed + " " + log;
        Turn turn = dialogue.hear(state, heard, situation);
        assertThat(dialogue.hear(state, heard, situation)).as(where).isEqualTo(turn);
        if (turn.finished().isPresent() && random.nextInt(4) == 0) {
            String question = turn.finished().get().answers().containsKey("visit") ? "visit" : "";
            if (!question.isEmpty() && turn.effects().toString().contains("周")) {
                turn = dialogue.taken(turn, new EffectOutcome.Taken(question, Say.of(Messages.NOT_OFFERED)), situation);
            }
        }
        turn.finished()
                .ifPresent(p -> assertThat(finished.add(p.instance())).as(where).isTrue());
        List<Say> says = turn.messages(List.of());
        if (!maySaySilent(state, heard)) {
            assertThat(says).as(where).isNotEmpty();
        }
        says.stream()
                .map(Wording::of)
                .forEach(text -> assertThat(text).as(where).isNotBlank());
        says.forEach(say -> say.choices().forEach(c -> remember(c.token())));
        State stored = StateCodec.read(StateCodec.write(turn.state()));
        assertThat(stored).as(where).isEqualTo(turn.state());
        return stored;
    }

    private void remember(String token) {
        assertThat(token.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(64);
        assertThat(Dialogue.owns(token)).isTrue();
        tokens.add(token);
    }

    private static boolean maySaySilent(State state, Heard heard) {
        State.WithBot bot =
                switch (state) {
                    case State.WithStaff staff -> staff.kept();
                    case State.WithBot own -> own;
                };
        boolean second = heard instanceof Heard.Pressed(String token)
                && !token.isEmpty()
                && bot.shelf().lastPress().equals(token);
        boolean nobodySpoke = heard instanceof Heard.TakenOver
                || heard instanceof Heard.Expired
                || heard instanceof Heard.TimeoutPassed;
        boolean answeredByTheCaller = heard instanceof Heard.Digressed(List<Say> answer) && answer.isEmpty();
        return second || nobodySpoke || answeredByTheCaller;
    }

    private Heard heard(Random random, Optional<Pending> pending) {
        return switch (random.nextInt(22)) {
            case 0 -> new Heard.Said(pick(WORDS, random));
            case 1 ->
                new Heard.Filled(Map.of(
                        pick(NAMES, random),
                        List.of(pick(WORDS, random)),
                        pick(NAMES, random).concat("2"),
                        List.of()));
            case 2 ->
                new Heard.Filled(Map.of(pick(NAMES, random), random.nextBoolean() ? List.of() : List.of("a", "b")));
            case 3 -> new Heard.Photo(List.of("p" + random.nextInt(9), "p" + random.nextInt(9)));
            case 4 -> new Heard.Contact("+8525", random.nextBoolean());
            case 5 -> new Heard.Digressed(random.nextBoolean() ? List.of() : List.of(Say.of(Text.literal("21:00"))));
            case 6 -> new Heard.Wished(pick(List.of(Wish.values()), random));
            case 7 -> new Heard.Correct(pick(NAMES, random));
            case 8 ->
                new Heard.Start(
                        pick(List.of("repair", "booking", "binding", "gone"), random),
                        Map.of("fault", List.of(pick(WORDS, random))));
            case 9 -> random.nextBoolean() ? new Heard.NotUnderstood() : new Heard.TimeoutPassed();
            case 10 -> random.nextInt(4) == 0 ? new Heard.TakenOver() : new Heard.Expired();
            case 11, 12 -> new Heard.HandedBack();
            case 13, 14 -> new Heard.Pressed(pick(tokens, random));
            case 15 -> new Heard.Pressed(tokens.getLast());
            default -> answer(random, pending);
        };
    }

    private Heard answer(Random random, Optional<Pending> pending) {
        if (pending.isEmpty()) {
            return new Heard.Start(pick(List.of("repair", "booking", "binding"), random), Map.of());
        }
        Pending p = pending.get();
        return switch (p.kind()) {
            case TEXT -> new Heard.Said("漏水" + random.nextInt(99));
            case NUMBER -> new Heard.Said("" + (1 + random.nextInt(10)));
            case CONTACT -> new Heard.Contact("+8525", true);
            case PHOTOS -> new Heard.Photo("p" + random.nextInt(999));
            case CHOICE, CONFIRM ->
                p.options().isEmpty()
                        ? new Heard.Wished(Wish.CANCEL)
                        : Heard.Filled.of(
                                p.question(), pick(p.options(), random).code());
        };
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
