package guanjia.console;

import guanjia.Guanjia;
import guanjia.directory.EstateCode;
import guanjia.infra.TestStores;
import guanjia.staff.Audit;
import guanjia.staff.AuditEntry;
import guanjia.staff.StaffAccounts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The whole product on real stores with its sample estates, spoken to as other systems and signed-in staff do. One for all tests of the API. */
@SpringBootTest(
        classes = Guanjia.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // Named here so that nothing embedded starts; the addresses come from below.
        properties = {"spring.mongodb.uri=mongodb://set-below", "spring.data.redis.url=redis://set-below"})
@Import(ApiTest.SignedIn.class)
abstract class ApiTest {
    private static final String TOKEN = "a-token-for-tests";
    private static final AtomicInteger ESTATES = new AtomicInteger();

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private Audit audit;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        String database = TestStores.mongoUri().replaceAll("/[^/]*$", "/api-" + UUID.randomUUID());
        settings.add("spring.mongodb.uri", () -> database);
        settings.add("spring.data.redis.url", TestStores::redisUri);
        settings.add("guanjia.sample-data", () -> true);
        settings.add("guanjia.api-token", () -> TOKEN);
        settings.add("guanjia.public-url", () -> "https://chat.example.com");
        settings.add("guanjia.clock", () -> "2026-11-25T02:00:00Z");
    }

    /** Whoever signed in at the console; the account's login stands for the session's cookie. */
    @TestConfiguration(proxyBeanMethods = false)
    static class SignedIn {
        @Bean
        @Primary
        ServerSecurityContextRepository sessions(StaffAccounts accounts) {
            return new ServerSecurityContextRepository() {
                @Override
                public Mono<Void> save(ServerWebExchange exchange, SecurityContext context) {
                    return Mono.empty();
                }

                @Override
                public Mono<SecurityContext> load(ServerWebExchange exchange) {
                    String login = String.valueOf(exchange.getRequest().getHeaders().getFirst("Test-Session"));
                    return Mono.fromCallable(() -> accounts.find(login))
                            .subscribeOn(Schedulers.boundedElastic())
                            .flatMap(Mono::justOrEmpty)
                            .map(member -> new SecurityContextImpl(
                                    UsernamePasswordAuthenticationToken.authenticated(member, "", List.of())));
                }
            };
        }
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
        return anybody().mutate().defaultHeader("Authorization", "Bearer " + TOKEN).build();
    }

    /** Somebody who signed in at the console, from one of its pages. */
    WebTestClient staff(String login) {
        return anybody()
                .mutate()
                .defaultHeader("Test-Session", login)
                .defaultHeader(ApiSecurity.OWN_PAGE, "page")
                .build();
    }

    /** A new estate with nothing in it. @return its code */
    String newEstate() {
        String code = "estate-" + ESTATES.incrementAndGet();
        put(system(), "/api/v1/estates/" + code, "{\"name\": \"测试小区\"}").expectStatus().isCreated();
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
