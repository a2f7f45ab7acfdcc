package guanjia.dialogue;

import guanjia.dialogue.Moves.Lead;
import guanjia.dialogue.State.Asking;
import guanjia.dialogue.State.Focus;
import guanjia.dialogue.State.Focus.Aim;
import guanjia.dialogue.State.Idle;
import guanjia.dialogue.State.Shelf;
import guanjia.dialogue.State.WithBot;
import guanjia.dialogue.State.WithStaff;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The engine: takes what was heard in a conversation and says what follows. Pure and immutable, safe for use by many threads; the same
 * arguments give the same turn as long as the flows' ports answer the same.
 */
public final class Dialogue {
    /** How long an unfinished flow can be resumed. Long enough for a resident who comes back after a weekend or a short holiday. */
    public static final Duration DRAFTS_KEPT = Duration.ofDays(7);

    /** {@link Flow#timeout()} of flows that don't say. */
    static final Duration ANSWERED_WITHIN = Duration.ofMinutes(30);

    private static final Pattern FLOW_NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private final Map<String, Flow> flows = new HashMap<>();

    /** @throws IllegalArgumentException when two flows share a name, or a name isn't one */
    public Dialogue(Collection<? extends Flow> flows) {
        for (Flow flow : flows) {
            if (!FLOW_NAME.matcher(flow.name()).matches()) {
                throw new IllegalArgumentException("Not a flow name: " + flow.name());
            }
            if (this.flows.put(flow.name(), flow) != null) {
                throw new IllegalArgumentException("Two flows of the name " + flow.name());
            }
        }
    }

    /** Whether a button's token is one of the engine's, to be heard as {@link Heard.Pressed}; callers' own tokens must begin otherwise. */
    public static boolean owns(String token) {
        return token.startsWith(Token.PREFIX);
    }

    /** Whether a button's token asks for a person. */
    public static boolean offersPerson(String token) {
        return Token.parse(token).filter(t -> t.question().equals(Token.PERSON)).isPresent();
    }

    /** One turn. Never throws because of what was heard; throws what a flow's ports throw, and {@link IllegalStateException} for an illegal flow. */
    public Turn hear(State stored, Heard heard, Situation situation) {
        Moves moves = new Moves(flows, situation);
        State state = new Upgrading(flows).upgraded(stored);
        return switch (state) {
            case WithStaff(WithBot kept) when isDouble(kept.shelf(), heard) -> Turn.of(state, List.of());
            case WithStaff(WithBot kept) -> new WhileWithStaff(moves, kept).hear(heard);
            case WithBot bot when isDouble(bot.shelf(), heard) -> Turn.of(state, List.of());
            case Idle idle -> hearIdle(moves, tidy(idle, situation), heard);
            case Asking asking -> hearAsking(moves, tidy(asking, situation), heard);
        };
    }

    /**
     * When the resident's silence is to be heard with {@link #silence}; empty when nobody waits for an answer. Known from the state alone,
     * so it survives a restart.
     */
    public Optional<Instant> due(State state) {
        return state instanceof Asking(Shelf shelf, Progress progress, Focus focus, boolean reminded)
                ? Optional.of(progress.askedAt().plus(timeout(progress.flow())))
                : Optional.empty();
    }

    /** What silence means at this moment; empty when it isn't {@link #due} yet, because something was said meanwhile. */
    public Optional<Heard> silence(State state, Situation situation) {
        return due(state).filter(due -> !situation.at().isBefore(due)).map(due -> means(state, situation));
    }

    private static Heard means(State state, Situation situation) {
        boolean tooOld = state instanceof Asking asking && !isFresh(asking.progress(), situation);
        return tooOld ? new Heard.Expired() : new Heard.TimeoutPassed();
    }

    private Duration timeout(String flow) {
        return Optional.ofNullable(flows.get(flow)).map(Flow::timeout).orElse(ANSWERED_WITHIN);
    }

    /** Telegram may deliver one press twice under different ids, and people press twice. */
    private static boolean isDouble(Shelf shelf, Heard heard) {
        return heard instanceof Heard.Pressed(String token) && !token.isEmpty() && token.equals(shelf.lastPress());
    }

    private Turn hearIdle(Moves moves, Idle idle, Heard heard) {
        return new WhileIdle(moves, idle, idle.shelf().understood("")).hear(heard);
    }

    private Turn hearAsking(Moves moves, Asking asking, Heard heard) {
        Shelf shelf = asking.shelf().understood("");
        if (!moves.knows(asking.progress().flow())) {
            return gone(moves, shelf, heard);
        }
        return switch (moves.run(asking.progress(), correcting(asking))) {
            case Run.Paused now -> new WhileAsking(moves, asking, shelf, now).hear(heard);
            case Run.Finished finished -> leftOver(moves, asking, shelf, heard);
        };
    }

    private static String correcting(Asking asking) {
        return asking.focus().aim() == Aim.CORRECT ? asking.focus().question() : "";
    }

    /** A deployment removed the flow: says so, and goes on as if it had never been started. */
    private Turn gone(Moves moves, Shelf shelf, Heard heard) {
        if (heard instanceof Heard.Start start && moves.knows(start.flow())) {
            return moves.start(shelf, start);
        }
        Turn rest = moves.idle(shelf, List.of(Say.of(Messages.FLOW_GONE)));
        return heard instanceof Heard.TakenOver ? Turn.of(new WithStaff((Idle) rest.state()), List.of()) : rest;
    }

    /** A deployment removed the question that was pending, the last one: the flow ends, unless the resident wants out. */
    private Turn leftOver(Moves moves, Asking asking, Shelf shelf, Heard heard) {
        return switch (heard) {
            case Heard.Said s -> moves.ask(shelf, asking.progress(), Focus.ANY, Lead.full());
            case Heard.Filled f -> moves.ask(shelf, asking.progress(), Focus.ANY, Lead.full());
            case Heard.Pressed(String token)
            when belongs(token, asking) -> moves.ask(shelf, asking.progress(), Focus.ANY, Lead.full());
            case Heard.TimeoutPassed() -> moves.kept(shelf, asking.progress());
            default -> hearIdle(moves, new Idle(asking.shelf(), false), heard);
        };
    }

    private static boolean belongs(String token, Asking asking) {
        return Token.parse(token)
                .filter(t -> t.instance().equals(asking.progress().instance())
                        && !t.question().startsWith("!"))
                .isPresent();
    }

    /**
     * The turn to commit instead, when an effect of {@code turn} answered "taken": the answer is removed and asked again, all others are
     * kept.
     *
     * @throws IllegalArgumentException when no flow ended in that turn, or the flow doesn't ask the named question
     */
    public Turn taken(Turn turn, EffectOutcome.Taken taken, Situation situation) {
        Progress finished = turn.finished()
                .filter(p -> p.answers().containsKey(taken.question()))
                .orElseThrow(() -> new IllegalArgumentException("No such answer: " + taken.question()));
        if (!(turn.state() instanceof Idle idle)) {
            throw new IllegalArgumentException("No flow ended in this turn");
        }
        Turn instead = new Moves(flows, situation)
                .ask(
                        idle.shelf().understood(""),
                        finished.without(taken.question()),
                        Focus.ANY,
                        Lead.full(taken.why()));
        if (!(instead.state() instanceof Asking)) {
            throw new IllegalArgumentException("The flow no longer asks " + taken.question());
        }
        return instead;
    }

    /** What the bot waits for; empty when it waits for nothing or a person has the conversation. */
    public Optional<Pending> pending(State state, Situation situation) {
        return switch (new Upgrading(flows).upgraded(state)) {
            case WithStaff staff -> Optional.empty();
            case Idle idle -> pending(tidy(idle, situation));
            case Asking asking -> pending(asking, situation);
        };
    }

    private static Optional<Pending> pending(Idle idle) {
        return idle.shelf().parked().stream()
                .findFirst()
                .filter(p -> idle.offering())
                .map(p -> Asked.resume(p).pending(Optional.empty(), List.of()));
    }

    private Optional<Pending> pending(Asking asking, Situation situation) {
        Moves moves = new Moves(flows, situation);
        if (!moves.knows(asking.progress().flow())
                || !(moves.run(asking.progress(), correcting(asking)) instanceof Run.Paused now)) {
            return Optional.empty();
        }
        WhileAsking turn = new WhileAsking(moves, asking, asking.shelf(), now);
        return Optional.of(turn.asked().pending(Optional.of(asking.progress().flow()), turn.trail()));
    }

    static boolean isFresh(Progress progress, Situation situation) {
        return progress.askedAt().plus(DRAFTS_KEPT).isAfter(situation.at());
    }

    private Idle tidy(Idle idle, Situation situation) {
        Shelf shelf = tidy(idle.shelf(), situation);
        return new Idle(shelf, idle.offering() && !shelf.parked().isEmpty());
    }

    private Asking tidy(Asking asking, Situation situation) {
        return new Asking(tidy(asking.shelf(), situation), asking.progress(), asking.focus(), asking.reminded());
    }

    /** Without drafts that are too old, or whose flow a deployment removed. */
    private Shelf tidy(Shelf shelf, Situation situation) {
        return shelf.keeping(p -> flows.containsKey(p.flow()) && isFresh(p, situation));
    }
}
