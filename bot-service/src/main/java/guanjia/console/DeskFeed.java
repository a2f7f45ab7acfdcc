package guanjia.console;

import guanjia.conversations.ChatSignals;
import guanjia.conversations.ConversationId;
import guanjia.conversations.HandOffs;
import guanjia.conversations.OpenFeed;
import guanjia.delivery.WebNudges.Listening;
import guanjia.directory.Estate;
import guanjia.directory.EstateCode;
import guanjia.directory.Estates;
import guanjia.staff.Right;
import guanjia.staff.StaffAccounts;
import guanjia.staff.StaffAccounts.Pass;
import guanjia.staff.StaffMember;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * What an open page of the desk hears: {@code list} and {@code chat} when it should read again, {@code beat} that the line is alive,
 * {@code out} when its person is signed out or the account ended. No content goes this way, so that nothing is told to somebody who may
 * not know it, and a lost hint only costs the seconds until the page reads by itself. Safe for use by many threads.
 */
@Component
@OnConsoleRole
class DeskFeed extends OpenFeed {
    /** Also how soon the page of an ended account closes. Proxies cut lines that are silent for 30 s and more. */
    private static final Duration BEAT = Duration.ofSeconds(5);

    /** A flood of messages makes a page read so often at most. */
    private static final Duration REST = Duration.ofMillis(200);

    private final ChatSignals signals;
    private final HandOffs handOffs;
    private final Estates estates;
    private final StaffAccounts accounts;
    private final Blocking blocking;
    private final Sinks.Empty<Void> closing = Sinks.empty();

    DeskFeed(ChatSignals signals, HandOffs handOffs, Estates estates, StaffAccounts accounts, Blocking blocking) {
        this.signals = signals;
        this.handOffs = handOffs;
        this.estates = estates;
        this.accounts = accounts;
        this.blocking = blocking;
    }

    /** @param chat the one that is open, if this person may see it */
    Flux<ServerSentEvent<String>> hints(StaffMember staff, Pass pass, Optional<ConversationId> chat) {
        Flux<String> list = blocking.call(() -> estatesOf(staff))
                .flatMapMany(codes -> heard("list", hint -> codes.stream()
                        .map(code -> signals.onEstate(code, hint))
                        .toList()));
        Flux<String> one = Mono.justOrEmpty(chat)
                .filterWhen(id -> blocking.call(() -> handOffs.find(staff, id).isPresent()))
                .flatMapMany(id -> heard("chat", hint -> List.of(signals.onChat(id, hint))));
        Flux<String> beats = Flux.interval(Duration.ZERO, BEAT)
                .onBackpressureDrop()
                .concatMap(tick -> blocking.call(() -> accounts.admit(pass).isPresent() ? "beat" : "out"));
        return Flux.merge(list, one, beats)
                .takeUntil("out"::equals)
                .map(name -> ServerSentEvent.<String>builder("read").event(name).build())
                .takeUntilOther(closing.asMono());
    }

    private List<EstateCode> estatesOf(StaffMember staff) {
        return estates.all().stream()
                .map(Estate::code)
                .filter(code -> staff.may(Right.TALK_TO_RESIDENTS, code))
                .toList();
    }

    /** The first hint goes at once; those that come while the page reads are one. */
    private static Flux<String> heard(String name, Function<Runnable, List<Listening>> listen) {
        return Flux.<String>create(
                        sink -> {
                            List<Listening> all = listen.apply(() -> sink.next(name));
                            sink.onDispose(() -> all.forEach(Listening::close));
                        },
                        FluxSink.OverflowStrategy.LATEST)
                .concatMap(hint -> Flux.just(hint).concatWith(Mono.delay(REST).then(Mono.empty())), 1);
    }

    @Override
    protected void end() {
        closing.tryEmitEmpty();
    }
}
