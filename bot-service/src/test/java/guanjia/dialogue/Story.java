package guanjia.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A readable transcript that is a test: what the resident says, what the bot must say. Between turns the state goes through its stored
 * form, as after a restart. Features tell the stories of their flows with a reader and a wording of their own.
 */
public final class Story {
    private final BiFunction<String, Optional<Pending>, Heard> reader;
    private final Function<Text, String> wording;
    private Dialogue dialogue;
    private State state = State.fresh();
    private Instant now = Instant.parse("2026-11-25T02:00:00Z");
    private Function<Effect, EffectOutcome> effects = effect -> new EffectOutcome.Done(List.of());
    private List<String> said = List.of();
    private final List<Effect> happened = new ArrayList<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final StringBuilder transcript = new StringBuilder();

    /** With the small reader and the Chinese of the engine's own stories. */
    public Story(Flow... flows) {
        this(Reading::of, Wording::of, flows);
    }

    /** @param reader what words mean, given what the bot waits for @param wording what texts read like */
    public Story(BiFunction<String, Optional<Pending>, Heard> reader, Function<Text, String> wording, Flow... flows) {
        this.reader = reader;
        this.wording = wording;
        this.dialogue = new Dialogue(List.of(flows));
    }

    /** What effects answer from here on. */
    public Story effects(Function<Effect, EffectOutcome> effects) {
        this.effects = effects;
        return this;
    }

    /** The resident writes. */
    public Story resident(String words) {
        transcript.append("居民: ").append(words).append('\n');
        return turn(reader.apply(words, pending()));
    }

    /** The resident presses the button shown last under this label. */
    public Story presses(String label) {
        assertThat(tokens).as(transcript.toString()).containsKey(label);
        return pressesToken(tokens.get(label));
    }

    public Story pressesToken(String token) {
        transcript.append("居民: [").append(token).append("]\n");
        return turn(new Heard.Pressed(token));
    }

    /** Token of the button shown last under this label, to be pressed later. */
    public String token(String label) {
        return tokens.get(label);
    }

    /** Something else is heard. */
    public Story hears(Heard heard) {
        transcript.append("居民: ").append(heard).append('\n');
        return turn(heard);
    }

    public Story wishes(Wish wish) {
        return hears(new Heard.Wished(wish));
    }

    /** The bot's last turn says these, in this order, each within one message. */
    public Story bot(String... parts) {
        int from = 0;
        for (String part : parts) {
            int at = from;
            while (at < said.size() && !said.get(at).contains(part)) {
                at++;
            }
            assertThat(at).as("\"%s\" in:\n%s", part, transcript).isLessThan(said.size());
            from = at + 1;
        }
        return this;
    }

    /** The bot's last turn doesn't say this. */
    public Story botDoesNotSay(String part) {
        assertThat(said).as(transcript.toString()).noneMatch(s -> s.contains(part));
        return this;
    }

    /** The bot's last turn says nothing. */
    public Story silence() {
        assertThat(said).as(transcript.toString()).isEmpty();
        return this;
    }

    /** Exactly this happened so far. */
    public Story happened(Effect... expected) {
        assertThat(happened).as(transcript.toString()).containsExactly(expected);
        return this;
    }

    public Story passes(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** A new version of the product starts. */
    public Story deploys(Flow... flows) {
        transcript.append("(deployment)\n");
        dialogue = new Dialogue(List.of(flows));
        return this;
    }

    /** Nobody has spoken for so long: what is due is heard. */
    public Story silent(Duration time) {
        passes(time);
        return dialogue.silence(state, situation())
                .map(this::hears)
                .orElseGet(() -> commit(Turn.of(state, List.of()), List.of()));
    }

    public Optional<Instant> due() {
        return dialogue.due(state);
    }

    public State state() {
        return state;
    }

    public Optional<Pending> pending() {
        return dialogue.pending(state, situation());
    }

    private Story turn(Heard heard) {
        Turn turn = dialogue.hear(state, heard, situation());
        List<Say> fromEffects = new ArrayList<>();
        List<Effect> done = new ArrayList<>();
        for (Effect effect : turn.effects()) {
            switch (effects.apply(effect)) {
                case EffectOutcome.Done outcome -> {
                    fromEffects.addAll(outcome.says());
                    done.add(effect);
                }
                case EffectOutcome.Taken taken -> {
                    return commit(dialogue.taken(turn, taken, situation()), List.of());
                }
            }
        }
        happened.addAll(done);
        return commit(turn, fromEffects);
    }

    private Story commit(Turn turn, List<Say> fromEffects) {
        State stored = StateCodec.read(StateCodec.write(turn.state()));
        assertThat(stored).isEqualTo(turn.state());
        state = stored;
        List<Say> says = turn.messages(fromEffects);
        said = says.stream().map(this::shown).toList();
        said.forEach(s -> transcript.append("管家: ").append(s).append('\n'));
        says.forEach(say -> say.choices().forEach(c -> tokens.put(wording.apply(c.label()), c.token())));
        return this;
    }

    private String shown(Say say) {
        return wording.apply(say.text())
                + say.choices().stream()
                        .map(c -> " [" + wording.apply(c.label()) + "]")
                        .collect(Collectors.joining());
    }

    private Situation situation() {
        return new Situation(now, "chat-1", Optional.of("YH"), Optional.of("R1"));
    }

    @Override
    public String toString() {
        return transcript.toString();
    }
}
