package guanjia.console;

import static guanjia.console.StaffClient.assertSentToTheDoor;
import static guanjia.console.StaffClient.body;
import static guanjia.console.StaffClient.status;
import static org.assertj.core.api.Assertions.assertThat;

import guanjia.infra.TestStores;
import guanjia.staff.Role;
import guanjia.staff.StaffMember;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** The door: who gets in, and who is out again at once. */
class SignInTest extends DeskAtWork {
    @Test
    void tellsAWrongPasswordAndAWrongNameTheSameWay() {
        StaffMember member = hire("王芳", Role.FRONT_DESK);
        var wrongPassword = new StaffClient(port).signIn(member.login(), "not-the-password");
        var wrongName = new StaffClient(port).signIn("nobody-" + member.login(), PASSWORD);
        assertThat(status(wrongPassword)).isEqualTo(401).isEqualTo(status(wrongName));
        assertThat(sentence(body(wrongPassword))).contains("isn’t right").isEqualTo(sentence(body(wrongName)));
    }

    @Test
    void saysWhenToTryAgainAfterTooManyTries() {
        StaffMember member = hire("王芳", Role.FRONT_DESK);
        StaffClient client = new StaffClient(port);
        // 5 in a window; a window may end in between.
        var refused = IntStream.range(0, 11)
                .mapToObj(i -> client.signIn(member.login(), "wrong-password-" + i))
                .filter(answer -> status(answer) == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.getResponseHeaders().getFirst("Retry-After")).matches("[1-9]\\d{0,2}");
        assertThat(sentence(body(refused))).matches(".*try again|.*sign in again in \\d+ minutes?\\..*");
    }

    @Test
    void givesTheSessionANewIdAtSignIn() {
        StaffMember member = hire("王芳", Role.FRONT_DESK);
        StaffClient client = signIn(member);
        String first = client.session();
        client.form("/console/logout", Map.of()); // without its token: nothing happens
        StaffClient second = new StaffClient(port);
        second.bring(first);
        assertThat(status(second.get("/console"))).isEqualTo(200);
        second.form("/console/login", Map.of()); // no token, no change
        assertThat(second.session()).isEqualTo(first);
        StaffClient attacker = new StaffClient(port);
        attacker.bring("11111111-1111-1111-1111-111111111111");
        attacker.signIn(member.login(), PASSWORD);
        assertThat(attacker.session()).isNotEqualTo("11111111-1111-1111-1111-111111111111");
    }

    @Test
    void endsTheSessionThatSomebodyElseSignsInOver() {
        StaffClient client = signIn(hire("王芳", Role.FRONT_DESK));
        String before = client.session();
        String page = body(client.get("/console"));
        client.form(
                "/console/login",
                Map.of("username", hire("李强", Role.MANAGER).login(), "password", PASSWORD, "_csrf", client.token()));
        assertThat(page).contains("王芳");
        assertThat(body(client.get("/console"))).contains("李强");
        StaffClient old = new StaffClient(port);
        old.bring(before);
        assertSentToTheDoor(old.get("/console"));
    }

    @Test
    void keepsTheSessionInRedisSoThatARestartEndsNothing() {
        StaffClient client = signIn(hire("王芳", Role.FRONT_DESK));
        try (var redis = TestStores.newRedisClient()) {
            assertThat(redis.connect().sync().exists("guanjia:session:sessions:" + client.session()))
                    .isEqualTo(1);
        }
    }

    @Test
    void signsOutHereAndEverywhere() {
        StaffMember member = hire("王芳", Role.FRONT_DESK);
        StaffClient here = signIn(member);
        StaffClient there = signIn(member);
        StaffClient third = signIn(member);
        assertThat(status(here.form("/console/logout", Map.of("_csrf", here.token()))))
                .isEqualTo(303);
        assertSentToTheDoor(here.get("/console"));
        assertThat(status(there.get("/console"))).isEqualTo(200);
        there.form("/console/logout-everywhere", Map.of("_csrf", there.token()));
        assertSentToTheDoor(there.get("/console"));
        assertSentToTheDoor(third.get("/console"));
        assertThat(status(signIn(member).get("/console"))).isEqualTo(200);
    }

    @Test
    void putsAnEndedAccountOutAtOnce() {
        StaffMember member = hire("王芳", Role.FRONT_DESK);
        StaffClient client = signIn(member);
        assertThat(status(client.get("/console"))).isEqualTo(200);
        accounts.deactivate(member.login());
        assertSentToTheDoor(client.get("/console"));
        assertThat(status(client.signIn(member.login(), PASSWORD))).isEqualTo(401);
    }

    @Test
    void endsAllSessionsWhenThePasswordIsChanged() {
        StaffMember member = hire("王芳", Role.FRONT_DESK);
        StaffClient client = signIn(member);
        accounts.changePassword(member.login(), "another-long-password");
        assertSentToTheDoor(client.get("/console"));
    }

    @Test
    void leadsBackToThePageAskedForAndNowhereElse() {
        StaffMember member = hire("王芳", Role.FRONT_DESK);
        var asked = new StaffClient(port).get("/console/chats/w-0123");
        assertThat(String.valueOf(asked.getResponseHeaders().getLocation()))
                .endsWith("/console/login?next=%2Fconsole%2Fchats%2Fw-0123");
        assertThat(target(member, "/console/chats/w-0123")).isEqualTo("/console/chats/w-0123");
        assertThat(target(member, "https://evil.example/console")).isEqualTo("/console");
        assertThat(target(member, "//evil.example")).isEqualTo("/console");
        assertThat(target(member, "/console/../chat")).isEqualTo("/console");
    }

    private String target(StaffMember member, String next) {
        StaffClient client = new StaffClient(port);
        client.signIn("nobody", "");
        var answer = client.form(
                "/console/login",
                Map.of("username", member.login(), "password", PASSWORD, "next", next, "_csrf", client.token()));
        return String.valueOf(answer.getResponseHeaders().getLocation());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console",
                "/console/desk",
                "/console/chats/w-0",
                "/console/chats/w-0/news",
                "/console/events",
                "/console/anything"
            })
    void opensNothingToStrangers(String path) {
        assertSentToTheDoor(new StaffClient(port).get(path));
    }

    @Test
    void opensTheRestApiToWhoIsSignedInButNotToOtherSitesForms() {
        StaffClient client = signIn(hire("王芳", Role.FRONT_DESK));
        assertThat(status(client.get("/api/v1/conversations?estate=xinghui", MediaType.APPLICATION_JSON)))
                .isEqualTo(200);
        assertThat(status(client.form("/api/v1/conversations/w-0/takeover", Map.of())))
                .isEqualTo(403);
        client.form("/console/logout", Map.of("_csrf", client.token()));
        assertThat(status(client.get("/api/v1/conversations?estate=xinghui", MediaType.APPLICATION_JSON)))
                .isEqualTo(401);
    }

    @Test
    void letsABrowserRunOurOwnFilesOnly() {
        var headers = new StaffClient(port).get("/console/login").getResponseHeaders();
        assertThat(headers.getFirst("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.getFirst("X-Frame-Options")).isEqualTo("DENY");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Cache-Control")).isEqualTo("no-store");
        assertThat(headers.getFirst("Set-Cookie"))
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void aPageThatLeadsNowhereMayDoNoMoreInABrowser() {
        var headers = new StaffClient(port).get("/nowhere").getResponseHeaders();
        assertThat(headers.getFirst("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void sendsTheCookieOverHttpsOnlyWhereThePublicAddressIsHttps() {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/console"));
        new ConsoleSecurity("https://chat.example.com").sessionCookie().setSessionId(exchange, "id");
        var cookie = exchange.getResponse().getCookies().getFirst("__Host-guanjia_staff");
        assertThat(cookie).isNotNull();
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
    }

    @Test
    void showsTheProductsMarkWhereBrowsersLookForIt() {
        var icon = new StaffClient(port).get("/favicon.ico");
        assertThat(status(icon)).isEqualTo(200);
        assertThat(body(icon)).contains("<svg");
    }

    private static String sentence(String page) {
        return page.replaceAll("(?s).*role=\"alert\">([^<]*)<.*", "$1");
    }
}
