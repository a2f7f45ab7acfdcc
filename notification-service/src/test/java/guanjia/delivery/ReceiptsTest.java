package guanjia.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import guanjia.delivery.TwilioApi.Report;
import guanjia.delivery.TwilioApi.TwilioAway;
import guanjia.infra.TestStores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reports about SMS come late, doubled, in any order, before our own record of the message, or never. */
class ReceiptsTest {
    private static final Address PHONE = new Address(ChannelKind.SMS, "+85251234567");

    private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Clock clock = clockOf(() -> now);
    private final MongoDatabase database = TestStores.freshDatabase();
    private final MongoDeliveries rows = new MongoDeliveries(database, clock);
    private final EarlyReports early = new EarlyReports(database, clock);
    private final MongoClosedAddresses closed = new MongoClosedAddresses(database, clock);
    private final List<DeliveryState> heard = new ArrayList<>();
    private final StoredReceipts receipts =
            new StoredReceipts(rows, early, closed, List.of(status -> heard.add(status.state())));
    private final Map<String, Report> atTwilio = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final OverdueReports overdue = new OverdueReports(rows, early, new Asked(), receipts, clock);

    private class Asked implements TwilioApi {
        @Override
        public List<Received> receivedSince(Instant since) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Report> statusOf(String sid) {
            asked.add(sid);
            if (sid.equals("SM-away")) {
                throw new TwilioAway("away");
            }
            return Optional.ofNullable(atTwilio.get(sid));
        }
    }

    @Test
    void aStateOnlyMovesForward() {
        sent("s1", "SM1");
        for (String status :
                List.of("queued", "delivered", "sent", "delivered", "undelivered", "nonsense", "sending")) {
            receipts.recordStatus("SM1", status, 0);
        }
        assertThat(state("s1")).isEqualTo(DeliveryState.DELIVERED);
        assertThat(heard).containsExactly(DeliveryState.DELIVERED);
    }

    @Test
    void aReportThatOvertakesOurOwnRecordIsKeptForIt() {
        receipts.recordStatus("SM1", "sent", 0);
        receipts.recordStatus("SM1", "undelivered", 30006);
        receipts.recordStatus("SM1", "sent", 0);
        sent("s1", "SM1");
        receipts.catchUp("SM1");

        DeliveryStatus status = rows.statuses(List.of("s1")).get("s1");
        assertThat(status.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(status.reason()).contains(FailureReason.UNREACHABLE);
        assertThat(closed.reason(PHONE)).contains(FailureReason.UNREACHABLE);
        assertThat(early.about("SM1")).isEmpty();
    }

    @Test
    void asksForAReportThatNeverCameAndForNoOther() {
        sent("s1", "SM1");
        sent("s2", "SM2");
        receipts.recordStatus("SM2", "delivered", 0);
        assertThat(overdue.ask()).isZero();

        atTwilio.put("SM1", new Report("delivered", 0));
        now = now.plus(OverdueReports.OVERDUE).plusSeconds(1);
        assertThat(overdue.ask()).isEqualTo(1);
        assertThat(asked).containsExactly("SM1");
        assertThat(state("s1")).isEqualTo(DeliveryState.DELIVERED);
        now = now.plus(OverdueReports.OVERDUE).plusSeconds(1);
        assertThat(overdue.ask()).isZero();
    }

    @Test
    void asksAgainUntilThereIsAnEndAndNotForEver() {
        sent("s1", "SM1");
        sent("s2", "SM-unknown");
        atTwilio.put("SM1", new Report("sent", 0));
        for (Duration gone = Duration.ZERO;
                gone.compareTo(OverdueReports.GIVEN_UP.plusHours(1)) < 0;
                gone = gone.plusHours(12)) {
            now = now.plus(Duration.ofHours(12));
            overdue.ask();
        }
        assertThat(asked)
                .containsOnlyOnce("SM-unknown")
                .filteredOn("SM1"::equals)
                .hasSize(5);
        assertThat(overdue.ask()).isZero();
        assertThat(state("s1")).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void goesOnAskingWhenTwilioIsBack() {
        sent("s1", "SM-away");
        now = now.plus(OverdueReports.OVERDUE).plusSeconds(1);
        assertThat(catchAway()).isTrue();
        assertThat(catchAway()).isTrue();
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatIsReportedAboutNoMessageOfOursIsForgottenAfterSomeDays() {
        receipts.recordStatus("SM-foreign", "delivered", 0);
        overdue.ask();
        assertThat(early.about("SM-foreign")).hasSize(1);
        now = now.plus(Duration.ofDays(4));
        overdue.ask();
        assertThat(early.about("SM-foreign")).isEmpty();
    }

    @Test
    void aNumberThatAsksNotToBeWrittenToIsClosedByALateReportToo() {
        sent("s1", "SM1");
        receipts.recordStatus("SM1", "undelivered", 21610);
        assertThat(closed.reason(PHONE)).contains(FailureReason.OPTED_OUT);
        sent("s2", "SM2");
        closed.open(PHONE);
        receipts.recordStatus("SM2", "undelivered", 30003);
        assertThat(closed.reason(PHONE)).isEmpty();
    }

    private static Clock clockOf(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }

    private boolean catchAway() {
        try {
            overdue.ask();
            return false;
        } catch (TwilioAway e) {
            return true;
        }
    }

    private void sent(String id, String sid) {
        Delivery delivery = new Delivery(
                id, Lane.REPLY, Optional.empty(), PHONE, Content.text("hi"), Optional.empty(), now, Optional.empty());
        long order = now.getEpochSecond() * 1_000_000_000L;
        Outgoing outgoing = new Outgoing(delivery, order, 1, false, now);
        rows.insert(List.of(
                DeliveryDocuments.write(outgoing, DeliveryState.SENDING, "c", 1).append("owner", "me")));
        rows.settle(outgoing, "me", DeliveryState.SENT, sid, "");
    }

    private DeliveryState state(String id) {
        return rows.statuses(List.of(id)).get(id).state();
    }
}
