package guanjia.conversations;

import java.time.Instant;
import java.util.Optional;

/**
 * Who has a conversation, and since when.
 *
 * @param mode who answers
 * @param epoch counts the changes of mode; a turn that began under another one can't be committed
 * @param agent login of the member of staff who has it; present exactly while mode is AGENT
 * @param since when the mode began
 * @param told while WAITING: when the resident was told last where they stand
 * @param callBackBy when a call back was promised because nobody took it in time; empty for no promise
 * @param urgent whether an emergency was reported in it and no person has seen it yet
 */
record Standing(
        Mode mode,
        long epoch,
        Optional<String> agent,
        Instant since,
        Instant told,
        Optional<Instant> callBackBy,
        boolean urgent) {
    Standing {
        if (agent.isPresent() != (mode == Mode.AGENT)) {
            throw new IllegalArgumentException("A conversation has an agent exactly while its mode is AGENT");
        }
    }

    static Standing withBot(Instant since) {
        return new Standing(Mode.BOT, 0, Optional.empty(), since, since, Optional.empty(), false);
    }

    Standing waiting(Instant now) {
        return new Standing(Mode.WAITING, epoch + 1, Optional.empty(), now, now, Optional.empty(), urgent);
    }

    Standing takenBy(String login, Instant now) {
        return new Standing(Mode.AGENT, epoch + 1, Optional.of(login), now, now, Optional.empty(), false);
    }

    Standing backToBot(Instant now) {
        return new Standing(Mode.BOT, epoch + 1, Optional.empty(), now, now, callBackBy, urgent);
    }

    Standing toldAt(Instant now) {
        return new Standing(mode, epoch, agent, since, now, callBackBy, urgent);
    }

    Standing promisingCallBack(Instant by) {
        return new Standing(mode, epoch, agent, since, told, Optional.of(by), urgent);
    }

    /** A person has dealt with the promise and the danger. */
    Standing seen() {
        return new Standing(mode, epoch, agent, since, told, Optional.empty(), false);
    }

    Standing inDanger() {
        return new Standing(mode, epoch, agent, since, told, callBackBy, true);
    }

    /** Whether it belongs into the list of those who wait for a person. */
    boolean needsAttention() {
        return mode != Mode.BOT || callBackBy.isPresent() || urgent;
    }
}
