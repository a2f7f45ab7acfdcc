package guanjia.console;

import guanjia.RunningProduct;
import guanjia.directory.EstateCode;
import guanjia.staff.Audit;
import guanjia.staff.AuditEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** The product as other systems and signed-in staff speak to its API. What these tests change lies in estates of their own. */
abstract class ApiTest extends RunningProduct {
    /** Has a manager {@code home-manager}, a front desk {@code home-front} and a technician {@code home-tech}. */
    static final String HOME = "home";

    private static final String TOKEN = "api-token";
    private static final String PASSWORD = "correct-horse-battery";
    private static final AtomicInteger ESTATES = new AtomicInteger();
    private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

    @Autowired
    private Audit audit;

    @BeforeEach
    void furnish() {
        if (SESSIONS.isEmpty()) {
            put(system(), "/api/v1/estates/" + HOME, "{\"name\": \"家园\"}")
                    .expectStatus()
                    .isCreated();
            Map.of("manager", "MANAGER", "front", "FRONT_DESK", "tech", "TECHNICIAN")
                    .forEach(this::hire);
        }
    }

    private void hire(String name, String role) {
        String login = HOME + "-" + name;
        post(system(), "/api/v1/staff", """
                {"login": "%s", "name": "%s", "role": "%s", "estates": ["home"], "password": "%s"}""".formatted(login, name, role, PASSWORD))
                .expectStatus()
                .isCreated();
        StaffClient browser = new StaffClient(port);
        browser.signIn(login, PASSWORD);
        SESSIONS.put(login, browser.session());
    }

    /** Nobody. */
    WebTestClient anybody() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(30_000_000))
                .build();
    }

    /** Another system, with the token. */
    WebTestClient system() {
        return anybody()
                .mutate()
                .defaultHeader("Authorization", "Bearer " + TOKEN)
                .build();
    }

    /** Somebody who signed in at the console, from one of its pages. */
    WebTestClient staff(String login) {
        return lured(login).mutate().defaultHeader(ApiSecurity.OWN_PAGE, "page").build();
    }

    /** The same from a page of others: the browser sends the cookie nevertheless. */
    WebTestClient lured(String login) {
        return anybody()
                .mutate()
                .defaultCookie(StaffClient.SESSION, SESSIONS.getOrDefault(login, ""))
                .build();
    }

    /** A new estate with nothing in it. @return its code */
    String newEstate() {
        String code = "estate-" + ESTATES.incrementAndGet();
        put(system(), "/api/v1/estates/" + code, "{\"name\": \"测试小区\"}")
                .expectStatus()
                .isCreated();
        return code;
    }

    static WebTestClient.ResponseSpec put(WebTestClient who, String path, String json) {
        return who.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }

    static WebTestClient.ResponseSpec post(WebTestClient who, String path, String json) {
        return who.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }

    static WebTestClient.ResponseSpec get(WebTestClient who, String path) {
        return who.get().uri(path).exchange();
    }

    static WebTestClient.ResponseSpec upload(WebTestClient who, String estate, String name, byte[] content) {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", content).filename(name);
        return who.post()
                .uri("/api/v1/estates/" + estate + "/handbooks")
                .body(BodyInserters.fromMultipartData(form.build()))
                .exchange();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What was written down about an estate, the newest first. */
    List<AuditEntry> audited(String estate) {
        return audit.latest(Optional.of(new EstateCode(estate)), 100);
    }

    /** Fails when an entry of the audit was changed or is missing. */
    boolean auditHolds() {
        return audit.firstBreak().isEmpty();
    }
}
