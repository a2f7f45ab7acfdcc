package guanjia.conversations;

import guanjia.conversations.InboundContent.Attachment;
import guanjia.conversations.InboundContent.Blocked;
import guanjia.conversations.InboundContent.Command;
import guanjia.conversations.InboundContent.Contact;
import guanjia.conversations.InboundContent.Edited;
import guanjia.conversations.InboundContent.Location;
import guanjia.conversations.InboundContent.Press;
import guanjia.conversations.InboundContent.Text;
import guanjia.conversations.InboundContent.Unblocked;
import guanjia.conversations.InboundContent.Unsupported;

/** What a resident's update reads like in the transcript. */
final class ResidentWords {
    private ResidentWords() {}

    static String of(InboundContent content, Talk talk, Voice voice) {
        return switch (content) {
            case Text text -> text.text().isBlank() ? voice.words("line.empty") : text.text();
            case Edited edited -> edited.text().isBlank() ? voice.words("line.empty") : edited.text();
            case Command command -> ("/" + command.name() + " " + command.payload()).strip();
            case Press press -> talk.labelOf(press.token()).orElseGet(() -> voice.words("line.button"));
            case Attachment file -> (voice.words("line." + file.kind().name()) + " " + file.caption()).strip();
            case Contact contact -> voice.words("line.contact");
            case Location place -> voice.words("line.location");
            case Unsupported other -> voice.words("line.other");
            case Blocked blocked -> voice.words("line.blocked");
            case Unblocked unblocked -> voice.words("line.unblocked");
        };
    }
}
