package guanjia;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import guanjia.infra.TestStores;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole product with its sample estates on real stores, started once for all tests that extend this. The business clock starts on a
 * Wednesday at 10:00 in the sample estates, when their desks are open.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // Named here so that nothing embedded starts; the addresses come from the method below.
        properties = {"spring.mongodb.uri=mongodb://set-below", "spring.data.redis.url=redis://set-below"})
public abstract class RunningProduct {
    /** Lives as long as the product, which ends with the tests' process. */
    protected static final WireMockServer TELEGRAM =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Value("${local.server.port}")
    protected int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        TELEGRAM.start();
        TELEGRAM.stubFor(post(anyUrl()).willReturn(TelegramTakes.it()));
        String database = TestStores.freshMongoUri();
        settings.add("spring.mongodb.uri", () -> database);
        settings.add("spring.data.redis.url", TestStores::redisUri);
        settings.add("spring.data.redis.timeout", () -> "20s"); // a busy machine may halt for seconds
        settings.add("guanjia.sample-data", () -> true);
        settings.add("guanjia.api-token", () -> "api-token");
        settings.add("guanjia.telegram.token", () -> "1:token");
        settings.add("guanjia.telegram.api-url", TELEGRAM::baseUrl);
        settings.add("guanjia.telegram.mode", () -> "webhook");
        settings.add("guanjia.telegram.webhook-secret", () -> "hush");
        settings.add("guanjia.clock", () -> "2026-11-25T02:00:00Z");
    }
}
