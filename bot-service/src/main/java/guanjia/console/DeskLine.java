package guanjia.console;

import guanjia.conversations.StaffLine;
import guanjia.conversations.TranscriptLine;
import guanjia.delivery.Button;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.DeliveryState;
import guanjia.delivery.DeliveryStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of a chat in words.
 *
 * @param who {@code resident}, {@code bot}, {@code staff} or {@code note}
 * @param name who said it
 * @param links what it cites
 * @param keys labels of the buttons that were offered under it
 * @param time on the estate's wall clock
 * @param at the same for machines
 * @param fate what became of it: the state in small letters; empty where nothing is to be told
 * @param fateWords the same in words, with the reason
 * @param open whether that may still change
 */
record DeskLine(
        long seq,
        String who,
        String name,
        String text,
        List<Button> links,
        List<String> keys,
        String time,
        String at,
        String fate,
        String fateWords,
        boolean open) {

    static DeskLine of(StaffLine said, Optional<String> author, String time, ChannelKind channel, ConsoleWords words) {
        TranscriptLine line = said.line();
        List<Button> buttons = line.buttons().stream().flatMap(List::stream).toList();
        return new DeskLine(
                line.seq(),
                line.who().name().toLowerCase(Locale.ROOT),
                author.orElseGet(() -> words.say("who." + line.who().name())),
                line.text(),
                buttons.stream().filter(Button::isLink).toList(),
                buttons.stream()
                        .filter(button -> !button.isLink())
                        .map(Button::label)
                        .toList(),
                time,
                line.at().toString(),
                said.delivery()
                        .map(status -> status.state().name().toLowerCase(Locale.ROOT))
                        .orElse(""),
                said.delivery().map(status -> fate(status, words)).orElse(""),
                said.delivery().filter(status -> isOpen(status, channel)).isPresent());
    }

    private static String fate(DeliveryStatus status, ConsoleWords words) {
        String state = words.say("fate." + status.state().name());
        return status.reason()
                .map(reason -> words.say("fate.because", state, words.say("reason." + reason.name())))
                .orElse(state);
    }

    /** Only Twilio reports later what became of a message. */
    private static boolean isOpen(DeliveryStatus status, ChannelKind channel) {
        return !status.state().isSettled() || channel == ChannelKind.SMS && status.state() == DeliveryState.SENT;
    }
}
