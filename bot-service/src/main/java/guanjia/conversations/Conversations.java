package guanjia.conversations;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All conversations. Each change is one conditional update of one document, looked up by its id. Blocking, thread-safe, the same for
 * many processes.
 */
interface Conversations {
    Optional<Conversation> find(ConversationId id);

    /**
     * Lays an update into the mailbox, beginning the conversation if need be.
     *
     * @return REPLAYED when it is among the recent ones, REFUSED when the mailbox is full
     */
    Mailbox.Acceptance accept(Conversation beginning, Inbound update);

    /** Fixes which updates the next turn reads. @return false when that turn was committed meanwhile */
    boolean claim(Conversation conversation, List<String> updates);

    /**
     * Commits a turn: what it changed and what it says, and its updates are done. All or nothing.
     *
     * @return the conversation with it; empty when the turn was committed by somebody else or the mode has changed meanwhile: nothing has
     *     changed then
     */
    Optional<Conversation> commit(Commit commit);

    /**
     * Lets lines out whose transcript and delivery are stored: takes them from the outbox. Bot lines only while no person has taken the
     * conversation since they were written (guarantee "humans win"), lines of staff always, emergencies always.
     *
     * @param conversation as it was read; it is read again where it has changed since
     * @return numbers of the lines that may go; the others stay in the outbox and must not be sent
     */
    List<Long> release(Conversation conversation, List<Line> lines);

    /** Takes lines from the outbox that have nowhere to go any more: they are where they belong, or were withdrawn. */
    void remove(Conversation conversation, List<Line> lines);

    /** Marks it as having nothing to do, if nothing has come since it was read. */
    void settle(Conversation conversation);

    /** Changes who has it and says so, if nothing was said or changed since it was read. @return whether it did */
    boolean change(Conversation conversation, Notices.Change change);

    /** Conversations with something to read or to hand over that nobody has touched since, the oldest first, at most so many. */
    List<ConversationId> unfinished(Instant untouchedSince, int limit);

    /** Conversations in which a silence is {@link Talk#due} at this instant of the business clock, those due first, at most so many. */
    List<ConversationId> silent(Instant now, int limit);

    /** Looks at a silence later. Changes nothing when it is due at another time meanwhile. */
    void putOff(Conversation conversation, Instant due);

    /** Says that somebody looks after it now, so that others are looked for first. */
    void touch(ConversationId id);

    /** Those who wait or whom a call back is promised, the longest waiting first. @param estates codes of estates, empty for all */
    List<Conversation> waiting(Collection<String> estates);

    /** Some of an estate's in a mode: those touched last, to within some minutes, the latest first. */
    List<Conversation> list(String estate, Mode mode, int limit);

    /**
     * What a turn commits.
     *
     * @param before the conversation as the turn read it
     * @param talk what it is about now
     * @param standing who has it now
     * @param lines what was said, the resident's own lines included
     * @param done ids of the updates that were read
     * @param direct an update that never lay in the mailbox, because the turn ran at once
     */
    record Commit(
            Conversation before,
            Talk talk,
            Standing standing,
            List<Line> lines,
            List<String> done,
            Optional<String> direct) {
        /** The conversation as this commit leaves it, if nothing has come in meanwhile. */
        Conversation after(Instant now) {
            Traffic traffic = before.traffic();
            Traffic then = new Traffic(
                    traffic.inbox().stream()
                            .filter(update -> !done.contains(update.id()))
                            .toList(),
                    List.of(),
                    Stream.concat(traffic.outbox().stream(), lines.stream()).toList(),
                    Stream.concat(traffic.recent().stream(), direct.stream()).toList(),
                    traffic.turns() + 1,
                    Line.last(lines, traffic.seq()),
                    traffic.arrivals() + 1,
                    now);
            return new Conversation(before.id(), before.address(), talk, standing, then);
        }
    }
}
