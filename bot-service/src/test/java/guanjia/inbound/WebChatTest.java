package guanjia.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guanjia.conversations.Inbound;
import guanjia.conversations.InboundContent.Press;
import guanjia.conversations.InboundContent.Text;
import guanjia.conversations.TranscriptLine.Who;
import guanjia.delivery.Address;
import guanjia.delivery.Button;
import guanjia.directory.EstateCode;
import guanjia.directory.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

class WebChatTest {
    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENTS =
            new ParameterizedTypeReference<>() {};
    private static final ChatVisitor VISITOR = new ChatVisitor("v".repeat(32));
    private static final Optional<EstateCode> YIHE = Optional.of(new EstateCode("yihe"));

    private static InboundServer server;

    private final String chatId = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        server = InboundServer.fresh();
    }

    @AfterEach
    void bringEverythingBack() {
        server.conversations.away = false;
        server.conversations.silent = false;
        server.conversations.refusing = false;
    }

    @Test
    void thePageBringsACookieThatScriptsCannotReadAndAStrictPolicy() {
        WebTestClient.ResponseSpec page = get("/chat?estate=yihe", "zh-CN");
        page.expectStatus().isOk();
        page.expectHeader().value("Content-Security-Policy", policy -> assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe"));
        page.expectHeader().valueEquals("X-Content-Type-Options", "nosniff");
        page.expectHeader().valueEquals("X-Frame-Options", "DENY");
        ResponseCookie cookie = Objects.requireNonNull(
                page.returnResult(String.class).getResponseCookies().getFirst(ChatVisitor.COOKIE));
        assertThat(cookie.getValue()).hasSize(32);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
    }

    @Test
    void thePageSpeaksTheBrowsersLanguageUntilItIsSwitched() {
        assertThat(html("/chat?estate=yihe", "zh-CN,zh;q=0.9,en;q=0.8")).contains("lang=\"zh-Hans\"", "颐和花园", "您好");
        assertThat(html("/chat?estate=yihe", "zh-HK")).contains("lang=\"zh-Hant\"", "線上管家");
        assertThat(html("/chat?estate=yihe", "fr,en-GB;q=0.5")).contains("lang=\"en\"", "Type your question");
        assertThat(html("/chat?estate=yihe", "nonsense;;q=x")).contains("lang=\"zh-Hans\"");
        assertThat(html("/chat?estate=yihe&lang=en", "zh-CN")).contains("lang=\"en\"");
    }

    @Test
    void anUnknownEstateIsAPageWithoutAName() {
        assertThat(html("/chat?estate=%3Cscript%3E", "zh-CN")).contains("在线管家").doesNotContain("<script>");
        assertThat(html("/chat", "zh-CN")).contains("在线管家").doesNotContain("data-estate");
    }

    @Test
    void takesWordsAndPressesUnderTheVisitorsHashedAddress() {
        say(Map.of("clientId", chatId, "text", " 会所几点开门? ", "lang", "en"))
                .expectStatus()
                .isAccepted();
        say(Map.of("clientId", chatId + "-p", "press", "f:7:room:kitchen"))
                .expectStatus()
                .isAccepted();
        Inbound words = taken(chatId);
        assertThat(words.content()).isEqualTo(new Text("会所几点开门?"));
        assertThat(words.from()).isEqualTo(VISITOR.chatWith(YIHE));
        assertThat(words.from().value()).doesNotContain(VISITOR.token());
        assertThat(words.estate()).isEqualTo(YIHE);
        assertThat(words.language()).contains(Language.EN);
        assertThat(taken(chatId + "-p").content()).isEqualTo(new Press("f:7:room:kitchen"));
        assertThat(server.conversations.onEventLoop).isFalse();
    }

    @Test
    void aMessageSentAgainIsTakenOnce() {
        say(Map.of("clientId", chatId, "text", "一次")).expectStatus().isAccepted();
        say(Map.of("clientId", chatId, "text", "一次")).expectStatus().isAccepted();
        assertThat(server.conversations.taken.stream()
                        .filter(inbound -> inbound.id().equals(chatId)))
                .hasSize(1);
    }

    @Test
    void saysWhatIsWrongInTheResidentsLanguage() {
        refused(say(Map.of("clientId", chatId, "text", "长".repeat(2_001))), 422, "too-long", "2,000 字");
        refused(say(Map.of("clientId", chatId, "text", "  ")), 400, "not-a-message", "空的");
        refused(say(Map.of("clientId", "x", "text", "好")), 400, "not-a-message", "空的");
        server.conversations.refusing = true;
        refused(say(Map.of("clientId", chatId + "-1", "text", "好", "lang", "en")), 429, "too-many", "wait");
        server.conversations.refusing = false;
        server.conversations.away = true;
        refused(say(Map.of("clientId", chatId + "-2", "text", "好", "lang", "zh-Hant")), 503, "store-away", "繁忙");
        say(Map.of("clientId", chatId + "-3", "text", "😀".repeat(2_000)))
                .expectStatus()
                .isEqualTo(503);
    }

    @Test
    void turnsAwayPostsFromElsewhere() {
        Map<String, String> message = Map.of("clientId", chatId, "text", "好");
        refused(post(message, VISITOR.token(), null, null), 403, "not-our-page", "页面");
        refused(post(message, VISITOR.token(), "1", "cross-site"), 403, "not-our-page", "页面");
        refused(post(message, "", "1", "same-origin"), 401, "no-session", "刷新");
        assertThat(server.conversations.taken).noneMatch(inbound -> inbound.id().equals(chatId));
    }

    @Test
    void turnsAwayBodiesThatAreTooLongOrNoJson() {
        post("x".repeat(70_000)).expectStatus().isEqualTo(413);
        post("{\"clientId\":").expectStatus().isBadRequest();
    }

    @Test
    void sendsTheWholeChatThenWhatComes() {
        Address chat = freshChat();
        server.conversations.say(
                chat, Who.BOT, "一", List.of(List.of(new Button("厨房", "f:1"), new Button("出处", "https://x.example/h"))));
        server.conversations.say(chat, Who.STAFF, "二", List.of());
        List<ServerSentEvent<Map<String, Object>>> events = listen(
                        0, null, () -> server.conversations.say(chat, Who.NOTE, "三", List.of()))
                .take(4)
                .collectList()
                .block(Duration.ofSeconds(10));
        assertThat(events).extracting(ServerSentEvent::event).containsExactly("line", "line", "beat", "line");
        assertThat(events).extracting(ServerSentEvent::id).containsExactly("1", "2", null, "3");
        assertThat(events.getFirst().data())
                .containsEntry("who", "BOT")
                .containsEntry("text", "一")
                .containsEntry(
                        "buttons",
                        List.of(List.of(
                                Map.of("label", "厨房", "token", "f:1", "link", false),
                                Map.of("label", "出处", "token", "https://x.example/h", "link", true))));
        await().untilAsserted(() -> assertThat(server.conversations.listening()).isZero());
    }

    @Test
    void goesOnAfterTheLastLineThePageHas() {
        Address chat = freshChat();
        for (int i = 1; i <= 250; i++) {
            server.conversations.say(chat, Who.BOT, "第" + i, List.of());
        }
        assertThat(ids(listen(0, null, () -> {}), 250))
                .hasSize(250)
                .doesNotHaveDuplicates()
                .endsWith("249", "250");
        assertThat(ids(listen(248, null, () -> {}), 2)).containsExactly("249", "250");
        assertThat(ids(listen(0, "249", () -> {}), 1)).containsExactly("250");
    }

    @Test
    void aLostNudgeOnlyCostsAFewSeconds() {
        Address chat = freshChat();
        server.conversations.silent = true;
        assertThat(ids(listen(0, null, () -> server.conversations.say(chat, Who.BOT, "晚一点", List.of())), 1))
                .containsExactly("1");
    }

    @Test
    void tellsThePageWhileTheStoreIsAwayAndGoesOnAfterwards() {
        Address chat = freshChat();
        List<String> seen = new ArrayList<>();
        server.conversations.away = true;
        listen(0, null, () -> {})
                .doOnNext(event -> {
                    seen.add(event.event());
                    if (server.conversations.away) {
                        server.conversations.away = false;
                        server.conversations.say(chat, Who.BOT, "回来了", List.of());
                    }
                })
                .take(2)
                .blockLast(Duration.ofSeconds(10));
        assertThat(seen).containsExactly("away", "line");
    }

    @Test
    void aChatIsReadWithItsOwnCookieOnly() {
        Address chat = freshChat();
        server.conversations.say(chat, Who.BOT, "只给一个人", List.of());
        visitor = ChatVisitor.fresh(new java.security.SecureRandom());
        assertThat(listen(0, null, () -> {})
                        .take(1)
                        .blockLast(Duration.ofSeconds(10))
                        .event())
                .isEqualTo("beat");
        server.client()
                .get()
                .uri("/chat/events?estate=yihe")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private ChatVisitor visitor = VISITOR;

    private Address freshChat() {
        visitor = ChatVisitor.fresh(new java.security.SecureRandom());
        return visitor.chatWith(YIHE);
    }

    /** @param then done when the first events are there */
    private Flux<ServerSentEvent<Map<String, Object>>> listen(long after, String lastEventId, Runnable then) {
        return server.client()
                .get()
                .uri("/chat/events?estate=yihe&after=" + after)
                .cookie(ChatVisitor.COOKIE, visitor.token())
                .headers(headers -> {
                    if (lastEventId != null) {
                        headers.set("Last-Event-ID", lastEventId);
                    }
                })
                .exchange()
                .returnResult(EVENTS)
                .getResponseBody()
                .doOnNext(event -> {
                    if ("beat".equals(event.event())) {
                        then.run();
                    }
                });
    }

    private static List<String> ids(Flux<ServerSentEvent<Map<String, Object>>> events, int lines) {
        return events.filter(event -> "line".equals(event.event()))
                .map(event -> Objects.requireNonNull(event.id()))
                .take(lines)
                .collectList()
                .block(Duration.ofSeconds(15));
    }

    private static Inbound taken(String id) {
        return server.conversations.taken.stream()
                .filter(inbound -> inbound.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(WebTestClient.ResponseSpec answer, int status, String code, String words) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.message")
                .value(String.class, message -> assertThat(message).contains(words));
    }

    private static WebTestClient.ResponseSpec say(Map<String, String> message) {
        return post(message, VISITOR.token(), "1", "same-origin");
    }

    private static WebTestClient.ResponseSpec post(Object body) {
        return post(body, VISITOR.token(), "1", "same-origin");
    }

    private static WebTestClient.ResponseSpec post(Object body, String cookie, String pageHeader, String site) {
        return server.client()
                .post()
                .uri("/chat/messages?estate=yihe")
                .contentType(MediaType.APPLICATION_JSON)
                .cookie(ChatVisitor.COOKIE, cookie)
                .headers(headers -> {
                    if (pageHeader != null) {
                        headers.set(ChatMessages.PAGE_HEADER, pageHeader);
                    }
                    if (site != null) {
                        headers.set("Sec-Fetch-Site", site);
                    }
                })
                .bodyValue(body)
                .exchange();
    }

    private static WebTestClient.ResponseSpec get(String path, String languages) {
        return server.client()
                .get()
                .uri(java.net.URI.create(server.url(path)))
                .header(HttpHeaders.ACCEPT_LANGUAGE, languages)
                .exchange();
    }

    private static String html(String path, String languages) {
        return get(path, languages)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
