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

    /** Those who wait for a person, whom a call back is promised, who reported a danger, and those that a person has: most pressing first. */
    List<Chat> attention(StaffMember who);

    /** Chats of an estate in a mode, those touched last first, at most 100; empty for an estate of others. */
    List<Chat> list(StaffMember who, EstateCode estate, Mode mode);

    /** One chat; empty when there is none that this person may see. */
    Optional<Chat> find(StaffMember who, ConversationId id);

    /** What was said after a line, in order, at most 500 lines; empty when there is no such chat for this person. */
    Optional<List<TranscriptLine>> transcript(StaffMember who, ConversationId id, long afterSeq);

    /** Takes a chat: exactly one person wins. Taking one's own again changes nothing. */
    Outcome takeOver(StaffMember who, ConversationId id);

    /** Writes to the resident. Only who has the chat can. @param text not blank, at most {@link #LONGEST_REPLY} characters */
    Outcome reply(StaffMember who, ConversationId id, String text);

    /** Gives a chat back to the bot, or ends the wait or the promise of a call back. Only who has it can, or anybody while nobody has. */
    Outcome handBack(StaffMember who, ConversationId id);

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
     * @param overdue whether it waits longer than the estate's target
     * @param callBackBy when a call back was promised
     * @param urgent whether a danger was reported that no person has seen yet
     */
    record Chat(
            ConversationId id,
            ChannelKind channel,
            Optional<EstateCode> estate,
            Language language,
            Mode mode,
            Optional<String> agent,
            Instant since,
            boolean overdue,
            Optional<Instant> callBackBy,
            boolean urgent) {}
}
