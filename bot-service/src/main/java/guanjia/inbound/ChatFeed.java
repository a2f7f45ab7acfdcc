package guanjia.inbound;

import guanjia.conversations.Drafts;
import guanjia.conversations.OpenFeed;
import guanjia.conversations.Transcript;
import guanjia.conversations.TranscriptLine;
import guanjia.delivery.Address;
import guanjia.delivery.Button;
import guanjia.delivery.WebNudges;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * What a page hears, from the line after the last it has: read from the store at once, at every nudge and every few seconds, so that a lost
 * nudge only costs those seconds, and each line comes once, in order. Events: {@code line}; {@code draft}, how an
 * answer begins that is still being written; {@code beat} when there is nothing to say;
 * {@code away} while the store can't be read. Safe for use by many threads.
 */
final class ChatFeed extends OpenFeed {
    private static final Logger LOG = LoggerFactory.getLogger(ChatFeed.class);
    private static final int PAGE = 100;
    /** Proxies cut lines that are silent for 30 to 60 s. */
    private static final int READS_PER_BEAT = 4;
    /** A missing number is mostly a line being written at this moment; if it still is missing then, it never came to be. */
    private static final Duration HOLE_CLOSES_IN = Duration.ofMillis(300);

    /** A line as the page reads it. @param clientId the page's own id of a line it sent; empty otherwise @param at milliseconds since 1970 */
    record Line(long seq, String who, String text, List<List<Key>> buttons, long at, String clientId) {}

    /** A button as the page reads it. @param link whether the token is an address to open */
    record Key(String label, String token, boolean link) {}

    private final Transcript transcript;
    private final Drafts drafts;
    private final WebNudges nudges;
    private final Scheduler reading;
    private final Duration reread;
    private final Sinks.Empty<Void> closing = Sinks.empty();

    /** @param reading where blocking reads run @param reread how often the store is read without a nudge */
    ChatFeed(Transcript transcript, Drafts drafts, WebNudges nudges, Scheduler reading, Duration reread) {
        this.transcript = transcript;
        this.drafts = drafts;
        this.nudges = nudges;
        this.reading = reading;
        this.reread = reread;
    }

    Flux<ServerSentEvent<Object>> after(Address chat, long seq) {
        return Flux.defer(() -> {
                    Reader reader = new Reader(chat, seq);
                    return Flux.merge(Flux.interval(Duration.ZERO, reread).onBackpressureDrop(), nudged(chat))
                            .onBackpressureLatest()
                            .concatMap(
                                    tick -> Mono.fromCallable(reader::read)
                                            .subscribeOn(reading)
                                            .flatMapIterable(Function.identity()),
                                    0);
                })
                .takeUntilOther(closing.asMono());
    }

    @Override
    protected void end() {
        closing.tryEmitEmpty();
    }

    private Flux<Long> nudged(Address chat) {
        return Flux.create(sink -> {
            WebNudges.Listening listening = nudges.listen(chat.value(), () -> sink.next(-1L));
            sink.onDispose(listening::close);
        });
    }

    /** One page's place in its chat; read by one thread at a time. */
    private final class Reader {
        private final Address chat;
        private long last;
        private String drafted = "";
        private int quiet = READS_PER_BEAT;

        Reader(Address chat, long last) {
            this.chat = chat;
            this.last = last;
        }

        List<ServerSentEvent<Object>> read() {
            List<ServerSentEvent<Object>> events = new ArrayList<>();
            try {
                for (List<TranscriptLine> page = page(); !page.isEmpty(); page = page()) {
                    page.forEach(line -> events.add(event(line)));
                    last = page.getLast().seq();
                }
                draft().ifPresent(events::add);
            } catch (RuntimeException e) {
                LOG.debug(
                        "A chat can't be read now ({}); the page is told.",
                        e.getClass().getSimpleName());
                events.add(
                        ServerSentEvent.<Object>builder(Map.of()).event("away").build());
                quiet = READS_PER_BEAT;
                return events;
            }
            if (++quiet > READS_PER_BEAT) {
                events.add(
                        ServerSentEvent.<Object>builder(Map.of()).event("beat").build());
                quiet = 1;
            }
            return events;
        }

        private Optional<ServerSentEvent<Object>> draft() {
            String now = drafts.of(chat).orElse("");
            boolean isNew = !now.isEmpty() && !now.equals(drafted);
            drafted = now;
            return isNew
                    ? Optional.of(ServerSentEvent.<Object>builder(Map.of("text", now))
                            .event("draft")
                            .build())
                    : Optional.empty();
        }

        private List<TranscriptLine> page() {
            List<TranscriptLine> lines = transcript.since(chat, last, PAGE);
            if (!hasHole(lines)) {
                return lines;
            }
            LockSupport.parkNanos(HOLE_CLOSES_IN.toNanos());
            return transcript.since(chat, last, PAGE);
        }

        private boolean hasHole(List<TranscriptLine> lines) {
            return !lines.isEmpty() && lines.getLast().seq() - last != lines.size();
        }

        private ServerSentEvent<Object> event(TranscriptLine line) {
            return ServerSentEvent.<Object>builder(new Line(
                            line.seq(),
                            line.who().name(),
                            line.text(),
                            line.buttons().stream()
                                    .map(row -> row.stream().map(ChatFeed::key).toList())
                                    .toList(),
                            line.at().toEpochMilli(),
                            line.inboundId().orElse("")))
                    .id(String.valueOf(line.seq()))
                    .event("line")
                    .build();
        }
    }

    private static Key key(Button button) {
        return new Key(button.label(), button.token(), button.isLink());
    }
}
