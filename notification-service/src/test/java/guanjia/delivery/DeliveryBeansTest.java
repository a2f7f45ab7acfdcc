package guanjia.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import guanjia.infra.TestStores;
import io.lettuce.core.RedisClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DeliveryBeansTest {
    private final Queue<DeliveryStatus> heard = new ConcurrentLinkedQueue<>();
    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withUserConfiguration(DeliveryBeans.class)
            .withBean(MongoDatabase.class, TestStores::freshDatabase)
            .withBean(RedisClient.class, TestStores::newRedisClient)
            .withBean(DeliveryListener.class, () -> heard::add)
            .withBean(Clock.class, Clock::systemUTC);

    @Test
    void nudgesTheWebPageAndCountsTheMessageAsSent() {
        start.run(context -> {
            Queue<String> nudged = new ConcurrentLinkedQueue<>();
            WebNudges nudges = context.getBean(WebNudges.class);
            WebNudges.Listening listening = nudges.listen("w1", () -> nudged.add("w1"));
            try {
                await().until(() -> {
                    nudges.nudge("w1");
                    return !nudged.isEmpty();
                });
                nudged.clear();
                context.getBean(Notifications.class).dispatch(List.of(web("d1", "w1"), web("d2", "other")));
                await().until(() -> nudged.contains("w1"));
            } finally {
                listening.close();
            }
            assertThat(context.getBean(Deliveries.class).statuses(List.of("d1", "d2", "unknown")))
                    .hasSize(2)
                    .allSatisfy((id, status) -> assertThat(status.state()).isEqualTo(DeliveryState.SENT));
        });
    }

    @Test
    void offersBothProvidersWhereTheyAreSet() {
        start.withPropertyValues(
                        "guanjia.telegram.token=1:abc",
                        "guanjia.twilio.account-sid=AC1",
                        "guanjia.twilio.auth-token=t",
                        "guanjia.twilio.from=+85230000000")
                .run(context -> assertThat(context)
                        .hasSingleBean(TelegramApi.class)
                        .hasSingleBean(TwilioApi.class)
                        .hasSingleBean(Notifications.class));
    }

    @Test
    void stopsTheStartOnHalfATwilioPair() {
        start.withPropertyValues("guanjia.twilio.account-sid=AC1", "guanjia.twilio.from=+85230000000")
                .run(context ->
                        assertThat(context).getFailure().hasMessageStartingWith("GUANJIA_TWILIO_AUTH_TOKEN must be"));
    }

    @Test
    void movesAReportedMessageOnlyForward() {
        start.run(context -> {
            MongoDeliveries rows = context.getBean(MongoDeliveries.class);
            Outgoing sent = new Outgoing(
                    new Delivery(
                            "s1",
                            Lane.REPLY,
                            Optional.empty(),
                            new Address(ChannelKind.SMS, "+85251234567"),
                            Content.text("hi"),
                            Optional.empty(),
                            Instant.now(),
                            Optional.empty()),
                    1,
                    0,
                    false,
                    Instant.now());
            rows.insert(List.of(
                    DeliveryDocuments.write(sent, DeliveryState.SENDING, "c", 1).append("owner", "me")));
            rows.settle(sent, "me", DeliveryState.SENT, "SM1", "");
            DeliveryReceipts receipts = context.getBean(DeliveryReceipts.class);

            receipts.recordStatus("SM1", "delivered", 0);
            receipts.recordStatus("SM1", "sent", 0);
            receipts.recordStatus("SM1", "undelivered", 30003);
            receipts.recordStatus("SM-unknown", "delivered", 0);

            assertThat(rows.statuses(List.of("s1")).get("s1").state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(heard).extracting(DeliveryStatus::state).containsExactly(DeliveryState.DELIVERED);
        });
    }

    private static Delivery web(String id, String conversation) {
        return new Delivery(
                id,
                Lane.REPLY,
                Optional.empty(),
                new Address(ChannelKind.WEB, conversation),
                Content.text("您好"),
                Optional.of(conversation),
                Instant.now(),
                Optional.empty());
    }
}
