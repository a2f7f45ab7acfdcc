package guanjia.inbound;

import com.mongodb.client.MongoDatabase;
import guanjia.conversations.ProcessName;
import guanjia.delivery.DeliveryReceipts;
import guanjia.directory.Estates;
import guanjia.infra.TestStores;
import io.lettuce.core.RedisClient;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

/** This package behind a real web server, with conversations in memory; one for all test classes, as a start takes seconds. */
final class InboundServer {
    static final String SECRET = "s3cret-from-the-settings";
    static final String TWILIO_TOKEN = "12345";
    static final String PUBLIC_URL = "https://chat.example.com";

    final FakeConversations conversations;
    final FakeTelegram telegram;
    final FakeTwilio twilio;
    final FakeClosedAddresses closed;
    final SmsReconciler reconciler;
    final InboundMeter meter;
    final int port;
    private static InboundServer shared;

    private InboundServer(ConfigurableApplicationContext context) {
        this.conversations = context.getBean(FakeConversations.class);
        this.telegram = context.getBean(FakeTelegram.class);
        this.twilio = context.getBean(FakeTwilio.class);
        this.closed = context.getBean(FakeClosedAddresses.class);
        this.reconciler = context.getBean(SmsReconciler.class);
        this.meter = context.getBean(InboundMeter.class);
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** With all channels on and Telegram pushing; as if nobody had ever written. */
    static synchronized InboundServer fresh() {
        InboundServer server = shared == null ? start() : shared;
        shared = server;
        server.conversations.forgetAll();
        server.twilio.forgetAll();
        server.telegram.away = false;
        server.telegram.answered.clear();
        server.closed.closed.clear();
        return server;
    }

    private static InboundServer start() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", 0);
        settings.put("spring.mongodb.uri", TestStores.mongoUri());
        settings.put("spring.data.redis.url", TestStores.redisUri());
        settings.put("guanjia.public-url", PUBLIC_URL);
        settings.put("management.endpoint.health.validate-group-membership", false);
        settings.put("guanjia.telegram.token", "42:test");
        settings.put("guanjia.telegram.mode", "webhook");
        settings.put("guanjia.telegram.webhook-secret", SECRET);
        settings.put("guanjia.twilio.account-sid", "AC0123456789abcdef0123456789abcdef");
        settings.put("guanjia.twilio.auth-token", TWILIO_TOKEN);
        settings.put("guanjia.twilio.from", "+85230000000");
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new InboundServer(new SpringApplicationBuilder(Surroundings.class).run(arguments));
    }

    WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(java.time.Duration.ofSeconds(20))
                .build();
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** What came back from Twilio about our messages. */
    record Receipt(String sid, String status, int error) {}

    /** Not a component, so that no other test's scan finds it. */
    @EnableAutoConfiguration
    @Import({
        InboundSecurity.class,
        InboundBeans.class,
        TelegramBeans.class,
        TwilioBeans.class,
        TelegramWebhook.class,
        SmsWebhooks.class,
        ChatPage.class,
        ChatMessages.class,
        ChatEvents.class
    })
    static class Surroundings {
        @Bean
        FakeConversations conversations() {
            return new FakeConversations();
        }

        @Bean
        ProcessName processName() {
            return new ProcessName("inbound");
        }

        @Bean
        FakeTelegram telegram() {
            return new FakeTelegram();
        }

        @Bean
        FakeTwilio twilio() {
            return new FakeTwilio();
        }

        @Bean
        DeliveryReceipts smsReceipts(FakeConversations conversations) {
            return (sid, status, error) -> {
                if (conversations.away) {
                    throw new IllegalStateException("the store is away");
                }
                conversations.receipts.add(new Receipt(sid, status, error));
            };
        }

        @Bean
        FakeClosedAddresses closed() {
            return new FakeClosedAddresses();
        }

        @Bean
        Estates estates() {
            return new FakeEstates();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        MongoDatabase database() {
            return TestStores.freshDatabase();
        }

        @Bean(destroyMethod = "shutdown")
        RedisClient redis() {
            return TestStores.newRedisClient();
        }
    }
}
