package guanjia.conversations;

import guanjia.delivery.ChannelKind;
import guanjia.directory.EstateCode;
import guanjia.directory.Language;
import guanjia.staff.StaffMember;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Conversations as staff see and take them. Blocking, for virtual threads; thread-safe. Who acts is an argument everywhere: a conversation
 * of another estate doesn't exist for them.
 */
public interface HandOffs {
    /** The longest reply, in characters; every channel carries it, in parts if need be. */
    int LONGEST_REPLY = 4_000;

    /** The longest name of a message, see {@link #reply}. */
    int LONGEST_NAME = 64;

    /** Those who wait for a person, whom a call back is promised, who reported a danger, and those that a person has: most pressing first. */
    List<Waiting> attention(StaffMember who);

    /** Chats of an estate in a mode, those touched last first, at most 100; empty for an estate of others. */
    List<Chat> list(StaffMember who, EstateCode estate, Mode mode);

    /** One chat; empty when there is none that this person may see. */
    Optional<Chat> find(StaffMember who, ConversationId id);

    /** What was said after a line, in order, at most 500 lines; empty when there is no such chat for this person. */
    Optional<List<TranscriptLine>> transcript(StaffMember who, ConversationId id, long afterSeq);

    /**
     * The newest 500 of what was said after a line, in order, also what hasn't left yet; empty when there is no such chat for this person.
     *
     * @param afterSeq the last line the reader has; 0 for all
     */
    Optional<List<StaffLine>> lines(StaffMember who, ConversationId id, long afterSeq);

    /** Takes a chat: exactly one person wins. Taking one's own again changes nothing. */
    Outcome takeOver(StaffMember who, ConversationId id);

    /**
     * Writes to the resident. Only who has the chat can.
     *
     * @param text not blank, at most {@link #LONGEST_REPLY} characters
     * @param once the writer's own name for this message, at most {@link #LONGEST_NAME} characters: sent again under the same name it isn't
     *     said twice
     */
    Outcome reply(StaffMember who, ConversationId id, String text, Optional<String> once);

    /** The same, for writers who never send twice. */
    default Outcome reply(StaffMember who, ConversationId id, String text) {
        return reply(who, id, text, Optional.empty());
    }

    /**
     * Gives a chat back to the bot, or ends the wait or the promise of a call back. Only who has it can, or anybody while nobody has.
     *
     * @param closing a last word to the resident; left out while nobody has the chat
     */
    Outcome handBack(StaffMember who, ConversationId id, Optional<String> closing);

    /** The same, without a last word. */
    default Outcome handBack(StaffMember who, ConversationId id) {
        return handBack(who, id, Optional.empty());
    }

    /** What came of it. */
    sealed interface Outcome {
        /** Done. */
        record Done(Chat chat) implements Outcome {}

        /** Somebody else has the chat. @param login who */
        record HeldBy(String login) implements Outcome {}

        /** Nobody has it; take it first. */
        record NotTaken() implements Outcome {}

        /** There is none that this person may see. */
        record Unknown() implements Outcome {}
    }

    /**
     * A chat in a list.
     *
     * @param id its name
     * @param channel where it takes place
     * @param estate it is about; empty while unknown
     * @param language the resident is answered in
     * @param mode who answers
     * @param agent login of who has it
     * @param since when the mode began
     * @param dueBy while it waits: when the estate's target is up, counted in office hours
     * @param overdue whether it waits longer than that
     * @param callBackBy when a call back was promised
     * @param urgent whether a danger was reported that no person has seen yet
     * @param phone the resident's number where it takes place by SMS, masked: {@code +852****4567}
     */
    record Chat(
            ConversationId id,
            ChannelKind channel,
            Optional<EstateCode> estate,
            Language language,
            Mode mode,
            Optional<String> agent,
            Instant since,
            Optional<Instant> dueBy,
            boolean overdue,
            Optional<Instant> callBackBy,
            boolean urgent,
            Optional<String> phone) {}

    /**
     * A chat that wants a person or has one.
     *
     * @param chat it
     * @param newest what the person who spoke last, resident or staff, said last: up to two lines, since "a person, please" alone tells
     *     little; what was said last at all if no person spoke; empty for an empty chat
     */
    record Waiting(Chat chat, List<StaffLine> newest) {}
}
