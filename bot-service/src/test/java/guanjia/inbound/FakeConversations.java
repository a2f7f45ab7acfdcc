package guanjia.inbound;

import guanjia.conversations.Drafts;
import guanjia.conversations.Inbound;
import guanjia.conversations.InboundContent.Press;
import guanjia.conversations.InboundContent.Text;
import guanjia.conversations.Mailbox;
import guanjia.conversations.Transcript;
import guanjia.conversations.TranscriptLine;
import guanjia.conversations.TranscriptLine.Who;
import guanjia.delivery.Address;
import guanjia.delivery.Button;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.WebNudges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Mailbox, transcript and nudges in memory, with a bot that a test writes; can be away like a real store. */
final class FakeConversations implements Mailbox, Transcript, Drafts, WebNudges {
    final List<Inbound> taken = new CopyOnWriteArrayList<>();
    final List<InboundServer.Receipt> receipts = new CopyOnWriteArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<Address, String> drafts = new ConcurrentHashMap<>();
    private final Map<Address, List<TranscriptLine>> chats = new HashMap<>();
    private final Map<String, Set<Runnable>> listeners = new HashMap<>();
    private BiConsumer<FakeConversations, Inbound> bot = (chat, inbound) -> {};
    private Instant now = Instant.parse("2026-11-25T01:30:00Z");
    /** Whether anybody ever called from a thread that must not wait. */
    volatile boolean onEventLoop;

    volatile boolean away;
    volatile boolean refusing;
    volatile boolean silent;

    synchronized void forgetAll() {
        taken.clear();
        receipts.clear();
        ids.clear();
        chats.clear();
        bot = (chat, inbound) -> {};
        away = false;
        refusing = false;
        silent = false;
        onEventLoop = false;
    }

    void answerWith(BiConsumer<FakeConversations, Inbound> newBot) {
        bot = newBot;
    }

    void itIs(Instant instant) {
        now = instant;
    }

    @Override
    public synchronized Acceptance accept(Inbound inbound) {
        failWhenAway();
        if (!ids.add(inbound.from().channel() + inbound.id())) {
            return Acceptance.REPLAYED;
        }
        if (refusing) {
            return Acceptance.REFUSED;
        }
        taken.add(inbound);
        String words = inbound.content() instanceof Text text ? text.text() : "";
        if (inbound.content() instanceof Press press) {
            words = labelOf(inbound.from(), press.token());
        }
        say(inbound.from(), Who.RESIDENT, words, List.of(), Optional.of(inbound.id()));
        bot.accept(this, inbound);
        return Acceptance.ACCEPTED;
    }

    synchronized void say(Address chat, Who who, String text, List<List<Button>> buttons) {
        say(chat, who, text, buttons, Optional.empty());
    }

    private void say(Address chat, Who who, String text, List<List<Button>> buttons, Optional<String> inboundId) {
        List<TranscriptLine> lines = chats.computeIfAbsent(chat, fresh -> new ArrayList<>());
        lines.add(new TranscriptLine(lines.size() + 1, who, text, buttons, now, inboundId));
        if (!silent) {
            listeners.getOrDefault(chat.value(), Set.of()).forEach(Runnable::run);
        }
    }

    private String labelOf(Address chat, String token) {
        return chats.getOrDefault(chat, List.of()).stream()
                .flatMap(line -> line.buttons().stream())
                .flatMap(List::stream)
                .filter(button -> button.token().equals(token))
                .map(Button::label)
                .findFirst()
                .orElse(token);
    }

    @Override
    public synchronized Set<String> known(ChannelKind channel, Collection<String> providerIds) {
        failWhenAway();
        Set<String> known = new HashSet<>(providerIds);
        known.removeIf(id -> !ids.contains(channel + id));
        return known;
    }

    @Override
    public synchronized List<TranscriptLine> since(Address chat, long afterSeq, int limit) {
        failWhenAway();
        return chats.getOrDefault(chat, List.of()).stream()
                .filter(line -> line.seq() > afterSeq)
                .limit(limit)
                .toList();
    }

    @Override
    public void nudge(String conversation) {
        throw new UnsupportedOperationException("the page only listens");
    }

    @Override
    public synchronized Listening listen(String chat, Runnable nudge) {
        listeners.computeIfAbsent(chat, fresh -> new LinkedHashSet<>()).add(nudge);
        return () -> {
            synchronized (this) {
                listeners.get(chat).remove(nudge);
            }
        };
    }

    synchronized int listening() {
        return listeners.values().stream().mapToInt(Set::size).sum();
    }

    private void failWhenAway() {
        onEventLoop |= reactor.core.scheduler.Schedulers.isInNonBlockingThread();
        if (away) {
            throw new IllegalStateException("the store is away");
        }
    }

    @Override
    public void show(Address chat, String text) {
        drafts.put(chat, text);
        synchronized (this) {
            listeners.getOrDefault(chat.value(), Set.of()).forEach(Runnable::run);
        }
    }

    @Override
    public void clear(Address chat) {
        drafts.remove(chat);
    }

    @Override
    public Optional<String> of(Address chat) {
        return Optional.ofNullable(drafts.get(chat));
    }
}
