package guanjia.console;

import guanjia.staff.StaffAccounts;
import guanjia.staff.StaffAccounts.Pass;
import guanjia.staff.StaffMember;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Who is signed in. The session holds only a pass; the account behind it is read at every request, so that what changed there counts at
 * once. The session gets a new id at sign-in.
 */
@Component
@OnConsoleRole
class StaffSessions implements ServerSecurityContextRepository {
    private static final String ACCOUNT = "account";
    private static final String ROUND = "round";
    private static final String SINCE = "since";

    /** An open page keeps its session alive; a page that was left open ends it all the same. Longer than any shift. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final InstantSource REAL_TIME = InstantSource.system();

    private final StaffAccounts accounts;
    private final Blocking blocking;

    StaffSessions(StaffAccounts accounts, Blocking blocking) {
        this.accounts = accounts;
        this.blocking = blocking;
    }

    /** Signs in. */
    Mono<Void> begin(WebSession session, Pass pass) {
        session.getAttributes().put(ACCOUNT, pass.account());
        session.getAttributes().put(ROUND, pass.round());
        session.getAttributes().put(SINCE, REAL_TIME.millis());
        return session.changeSessionId();
    }

    /** The pass of a session; empty when nobody signed in, or too long ago. */
    static Optional<Pass> passIn(WebSession session) {
        return session.getAttribute(ACCOUNT) instanceof String account
                        && session.getAttribute(ROUND) instanceof Integer round
                        && session.getAttribute(SINCE) instanceof Long since
                        && REAL_TIME.millis() - since < LONGEST.toMillis()
                ? Optional.of(new Pass(account, round))
                : Optional.empty();
    }

    /** Asked for several times in a request; read once. */
    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return exchange.getSession()
                .flatMap(session -> Mono.justOrEmpty(passIn(session)))
                .flatMap(pass -> blocking.call(() -> accounts.admit(pass)))
                .flatMap(Mono::justOrEmpty)
                .<SecurityContext>map(member -> new SecurityContextImpl(authentication(member)))
                .cache();
    }

    /** Signing in and out are {@link #begin} and the end of the session; nothing else is kept. */
    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.empty();
    }

    private static Authentication authentication(StaffMember member) {
        return new UsernamePasswordAuthenticationToken(
                member,
                null,
                List.of(new SimpleGrantedAuthority("ROLE_" + member.role().name())));
    }
}
