package guanjia.stores;

import com.mongodb.MongoException;
import io.lettuce.core.RedisException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of trouble that may come by the hundred, as when a store is away: the first of its kind in one line, then how often it came again,
 * at most once a minute. Why a store or a provider is away is known from the kind of the error; its stack is there at debug level. Any other error is a
 * fault of ours and is told with its stack, as seldom. Safe for use by many threads.
 */
public final class TroubleLog {
    /** Often enough to see that an outage goes on, seldom enough to read the log of one that lasts an hour. */
    static final Duration TOLD_AGAIN = Duration.ofMinutes(1);

    private static final List<Class<? extends RuntimeException>> STORES =
            List.of(MongoException.class, RedisException.class);

    private final Logger log;
    private final InstantSource real;
    private final List<Class<? extends RuntimeException>> away;
    private final Map<String, Told> kinds = new HashMap<>();

    /** @param untold how often it came since */
    private record Told(Instant at, long untold) {}

    private TroubleLog(Logger log, InstantSource real, List<Class<? extends RuntimeException>> away) {
        this.log = log;
        this.real = real;
        this.away = List.copyOf(away);
    }

    /** @param where the class whose trouble it is */
    public static TroubleLog of(Class<?> where) {
        return new TroubleLog(LoggerFactory.getLogger(where), Clock.systemUTC(), STORES);
    }

    /** @param where the class whose trouble it is @param provider what says that somebody else than a store is away */
    public static TroubleLog of(Class<?> where, Class<? extends RuntimeException> provider) {
        List<Class<? extends RuntimeException>> away = new ArrayList<>(STORES);
        away.add(provider);
        return new TroubleLog(LoggerFactory.getLogger(where), Clock.systemUTC(), away);
    }

    static TroubleLog of(Class<?> where, InstantSource real) {
        return new TroubleLog(LoggerFactory.getLogger(where), real, STORES);
    }

    /**
     * Tells that something went wrong.
     *
     * @param what happened and what happens next; always the same words for the same thing, without ids
     */
    public void tell(String what, RuntimeException cause) {
        String kind = what + " (" + cause.getClass().getSimpleName() + ")";
        OptionalLong before = due(kind, real.instant());
        if (before.isEmpty()) {
            return;
        }
        String line = before.getAsLong() == 0 ? kind : kind + ", and " + before.getAsLong() + " times more before";
        if (isAway(cause)) {
            log.warn(line);
            log.debug("The first of them", cause);
        } else {
            log.warn(line, cause);
        }
    }

    /**
     * Tells that what is done again and again works again; does nothing, and costs next to nothing, if no trouble was told.
     *
     * @param what as it was told
     */
    public void over(String what) {
        if (ended(what)) {
            log.info("It works again. Before: {}", what);
        }
    }

    private boolean isAway(RuntimeException cause) {
        return away.stream().anyMatch(kind -> kind.isInstance(cause));
    }

    /** @return how often it came since it was told; empty when it isn't to be told now */
    private synchronized OptionalLong due(String kind, Instant now) {
        Told last = kinds.get(kind);
        if (last != null && now.isBefore(last.at().plus(TOLD_AGAIN))) {
            kinds.put(kind, new Told(last.at(), last.untold() + 1));
            return OptionalLong.empty();
        }
        kinds.put(kind, new Told(now, 0));
        return OptionalLong.of(last == null ? 0 : last.untold());
    }

    private synchronized boolean ended(String what) {
        return kinds.keySet().removeIf(kind -> kind.startsWith(what + " ("));
    }
}
