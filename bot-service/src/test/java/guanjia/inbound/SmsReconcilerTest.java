package guanjia.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import guanjia.conversations.Inbound;
import guanjia.conversations.InboundContent.Attachment;
import guanjia.conversations.InboundContent.Attachment.Kind;
import guanjia.delivery.TwilioApi.Media;
import guanjia.delivery.TwilioApi.Received;
import guanjia.infra.TestStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmsReconcilerTest {
    private static final Instant START = Instant.parse("2026-11-25T02:00:00Z");

    private final MongoDatabase database = TestStores.freshDatabase();
    private final FakeTwilio twilio = new FakeTwilio();
    private final FakeConversations conversations = new FakeConversations();
    private volatile Instant now = START;
    private final SmsReconciler reconciler = reconciler();

    @AfterEach
    void stop() {
        reconciler.stop();
    }

    @Test
    void looksAtTheStartAndEveryTenMinutes() {
        twilio.add(sms("SM1", START.minusSeconds(60)));
        reconciler.start();
        await().untilAsserted(() -> assertThat(taken()).containsExactly("SM1"));
        twilio.add(sms("SM2", START.plusSeconds(1)));
        now = START.plus(SmsReconciler.EVERY).minusSeconds(1);
        await().during(Duration.ofMillis(600)).until(() -> twilio.asked() == 1);
        now = START.plus(SmsReconciler.EVERY);
        await().untilAsserted(() -> assertThat(taken()).containsExactly("SM1", "SM2"));
        assertThat(twilio.asked()).isEqualTo(2);
    }

    @Test
    void looksSoonAfterTroubleOfTheStoreAndOfTwilio() {
        twilio.away = true;
        twilio.add(sms("SM1", START));
        reconciler.start();
        await().until(() -> twilio.asked() == 1);
        twilio.away = false;
        now = START.plus(SmsReconciler.AFTER_TROUBLE);
        await().untilAsserted(() -> assertThat(taken()).containsExactly("SM1"));
        twilio.add(sms("SM2", now));
        reconciler.soon();
        now = now.plus(SmsReconciler.AFTER_TROUBLE);
        await().untilAsserted(() -> assertThat(taken()).containsExactly("SM1", "SM2"));
    }

    @Test
    void takesTwentyDroppedMessagesOldestFirstAndEachOnce() {
        List<Received> dropped = IntStream.range(0, 20)
                .mapToObj(i -> sms("SM" + (100 + i), START.minusSeconds(600 - i)))
                .toList();
        dropped.reversed().forEach(twilio::add);
        assertThat(reconciler.reconcile()).isEqualTo(20);
        assertThat(reconciler.reconcile()).isZero();
        assertThat(taken())
                .hasSize(20)
                .containsAll(dropped.stream().map(Received::sid).toList());
    }

    @Test
    void leavesNoGapAfterAnOutageOfDays() {
        reconciler.reconcile();
        twilio.add(sms("SM1", START.plus(Duration.ofHours(1))));
        now = START.plus(Duration.ofDays(5));
        assertThat(reconciler().reconcile()).isEqualTo(1);
        now = START.plus(Duration.ofDays(60));
        assertThat(reconciler().reconcile()).isZero();
    }

    @Test
    void looksBackAsFarAgainWhereTheStoreFailedInTheMiddle() {
        reconciler.reconcile();
        twilio.add(sms("SM1", START.plusSeconds(1)));
        now = START.plus(Duration.ofDays(3));
        conversations.away = true;
        assertThatThrownBy(reconciler::reconcile).isInstanceOf(IllegalStateException.class);
        conversations.away = false;
        assertThat(reconciler.reconcile()).isEqualTo(1);
    }

    @Test
    void takesPicturesOfAFetchedMessageAsPictures() {
        String url = "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME";
        List<Media> media = List.of(new Media("image/jpeg", url + "1"), new Media("video/mp4", url + "2"));
        twilio.add(new Received("MM1", "+85261234567", "+85230000000", "", "漏成这样", media, START));
        reconciler.reconcile();
        Optional<String> album = Optional.of("MM1");
        assertThat(conversations.taken.stream().map(Inbound::content))
                .containsExactlyInAnyOrder(
                        new Attachment(Kind.PHOTO, url + "1", 0, "漏成这样", album),
                        new Attachment(Kind.VIDEO, url + "2", 0, "", album));
    }

    private List<String> taken() {
        return conversations.taken.stream().map(Inbound::id).toList();
    }

    private SmsReconciler reconciler() {
        InstantSource source = () -> now;
        SmsIntake intake = new SmsIntake(
                "+85230000000",
                new FakeEstates(),
                conversations,
                new FakeClosedAddresses(),
                new InboundMeter(new SimpleMeterRegistry()));
        return new SmsReconciler(
                twilio, conversations, intake, new ReconciledUntil(database, "AC1"), source.withZone(ZoneOffset.UTC));
    }

    private static Received sms(String sid, Instant at) {
        return new Received(sid, "+85261234567", "+85230000000", "", "在吗", List.of(), at);
    }
}
