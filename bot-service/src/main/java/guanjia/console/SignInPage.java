package guanjia.console;

import guanjia.staff.Audit;
import guanjia.staff.StaffAccounts;
import guanjia.staff.StaffAccounts.Pass;
import guanjia.staff.StaffAccounts.SignIn;
import guanjia.staff.StaffMember;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** {@code /console/login}: signing in and out. What was wrong stays unsaid; who tried too often is told when to try again. */
@Controller
@OnConsoleRole
class SignInPage {
    private static final String PAGE = "console/login";

    /** Only pages of our own are gone on to. */
    private static final Pattern NEXT = Pattern.compile("/console(?:/[A-Za-z0-9/_-]{0,120})?");

    private final StaffAccounts accounts;
    private final StaffSessions sessions;
    private final Audit audit;
    private final Blocking blocking;

    SignInPage(StaffAccounts accounts, StaffSessions sessions, Audit audit, Blocking blocking) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.blocking = blocking;
    }

    /** @param next the page that was asked for */
    record Form(
            @Nullable String username,
            @Nullable String password,
            @Nullable String next) {
        @Override
        public String toString() {
            return "Form";
        }
    }

    @GetMapping("/console/login")
    String page(
            ServerWebExchange exchange,
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String stale,
            @RequestParam(required = false) @Nullable String out,
            @Nullable Authentication who,
            Model model) {
        if (who != null) {
            return "redirect:" + target(next);
        }
        ConsoleWords words = show(exchange, model, "", next);
        if (stale != null) {
            model.addAttribute("hint", words.say("login.stale"));
        } else if (out != null) {
            model.addAttribute("hint", words.say("login.out"));
        } else if (next != null && !next.equals("/console")) {
            model.addAttribute("hint", words.say("login.needed"));
        }
        return PAGE;
    }

    @PostMapping("/console/login")
    Mono<String> signIn(ServerWebExchange exchange, WebSession session, @ModelAttribute Form form, Model model) {
        String login = Objects.requireNonNullElse(form.username(), "");
        String password = Objects.requireNonNullElse(form.password(), "");
        String address = address(exchange);
        return blocking.call(() -> accounts.signIn(login, password, address)).flatMap(result -> switch (result) {
            case StaffAccounts.Accepted in ->
                blocking.call(() -> passFor(in.member()))
                        .flatMap(pass -> sessions.begin(session, pass))
                        .thenReturn("redirect:" + target(form.next()));
            case StaffAccounts.Denied no -> Mono.just(refused(exchange, model, form, no));
            case StaffAccounts.TryLater later -> Mono.just(refused(exchange, model, form, later));
        });
    }

    @PostMapping("/console/logout")
    Mono<String> signOut(WebSession session) {
        return session.invalidate().thenReturn("redirect:/console/login?out");
    }

    @PostMapping("/console/logout-everywhere")
    Mono<String> signOutEverywhere(WebSession session, Authentication who) {
        StaffMember staff = Staff.of(who);
        return blocking.call(() -> {
                    accounts.revokePasses(staff);
                    return audit.record(
                            staff, Audit.Deed.of("staff.signed-out-everywhere", Optional.empty(), staff.id()));
                })
                .then(session.invalidate())
                .thenReturn("redirect:/console/login?out");
    }

    private Pass passFor(StaffMember member) {
        audit.record(member, Audit.Deed.of("staff.signed-in", Optional.empty(), member.id()));
        return accounts.passFor(member);
    }

    private static String refused(ServerWebExchange exchange, Model model, Form form, SignIn refusal) {
        ConsoleWords words = show(exchange, model, Objects.requireNonNullElse(form.username(), ""), form.next());
        if (refusal instanceof StaffAccounts.TryLater later) {
            exchange.getResponse().setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
            exchange.getResponse()
                    .getHeaders()
                    .set("Retry-After", String.valueOf(later.after().toSeconds() + 1));
            model.addAttribute("problem", words.say("login.later", minutes(later.after())));
        } else {
            exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
            model.addAttribute("problem", words.say("login.denied"));
        }
        return PAGE;
    }

    private static ConsoleWords show(ServerWebExchange exchange, Model model, String username, @Nullable String next) {
        ConsoleWords words = ConsoleShell.open(exchange, model);
        model.addAttribute("username", username);
        model.addAttribute("next", target(next));
        return words;
    }

    private static String target(@Nullable String next) {
        return next != null && NEXT.matcher(next).matches() && !next.startsWith("/console/log") ? next : "/console";
    }

    private static long minutes(Duration after) {
        return after.plusSeconds(59).toMinutes();
    }

    /** Whom the connection comes from; behind a proxy set {@code SERVER_FORWARD_HEADERS_STRATEGY}. */
    private static String address(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }
}
