package guanjia.conversations;

import guanjia.delivery.Address;
import guanjia.delivery.Button;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.Content;
import guanjia.delivery.Delivery;
import guanjia.directory.EstateCode;
import guanjia.directory.Language;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A resident's app: sends what its owner does, shows what comes back. */
final class Chat {
    private static final AtomicLong NUMBERS = new AtomicLong(100_000);

    private final World world;
    private final Address address;
    private final Optional<Language> appLanguage;
    private BotProcess process;
    private int shown;

    Chat(World world, BotProcess process, ChannelKind channel, Optional<Language> appLanguage) {
        this.world = world;
        this.process = process;
        this.address = new Address(channel, Long.toString(NUMBERS.incrementAndGet()), "bot");
        this.appLanguage = appLanguage;
    }

    Address address() {
        return address;
    }

    ConversationId id() {
        return world.idOf(address);
    }

    /** From now on another process serves it. */
    void movesTo(BotProcess other) {
        process = other;
    }

    Inbound update(InboundContent content) {
        String id = Long.toString(NUMBERS.incrementAndGet());
        return new Inbound(id, address, world.clock.instant(), Optional.<EstateCode>empty(), appLanguage, content);
    }

    Mailbox.Acceptance sends(InboundContent content) {
        return process.mailbox.accept(update(content));
    }

    Mailbox.Acceptance says(String words) {
        return sends(
                words.startsWith("/start ")
                        ? new InboundContent.Command("start", words.substring("/start ".length()))
                        : new InboundContent.Text(words));
    }

    /** Presses the latest button of this label. */
    Mailbox.Acceptance presses(String label) {
        Button button = buttons().reversed().stream()
                .filter(shown -> shown.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + label));
        return sends(new InboundContent.Press(button.token()));
    }

    /** All buttons shown so far that can be pressed. */
    List<Button> buttons() {
        return world.sentTo(address).stream()
                .flatMap(delivery -> delivery.content().buttons().stream().flatMap(List::stream))
                .filter(button -> !button.isLink())
                .toList();
    }

    /** What has come since this was asked last. */
    List<Content> news() {
        List<Content> all =
                world.sentTo(address).stream().map(Delivery::content).toList();
        List<Content> news = all.subList(shown, all.size());
        shown = all.size();
        return List.copyOf(news);
    }
}
