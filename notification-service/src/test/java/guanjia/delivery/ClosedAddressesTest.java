package guanjia.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import guanjia.infra.TestStores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ClosedAddressesTest {
    private static final Address CHAT = new Address(ChannelKind.TELEGRAM, "42");

    private Instant now = Instant.parse("2026-11-25T08:00:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final MongoDatabase database = TestStores.freshDatabase();
    private final MongoClosedAddresses one = new MongoClosedAddresses(database, clock);
    private final MongoClosedAddresses other = new MongoClosedAddresses(database, clock);

    @Test
    void whatOneProcessClosesIsClosedInTheOtherWithinAMinute() {
        assertThat(other.reason(CHAT)).isEmpty();
        one.close(CHAT, FailureReason.BLOCKED);
        assertThat(one.reason(CHAT)).contains(FailureReason.BLOCKED);
        now = now.plusSeconds(61);
        assertThat(other.reason(CHAT)).contains(FailureReason.BLOCKED);
    }

    @Test
    void whatOneProcessOpensIsOpenInTheOtherAtOnce() {
        one.close(CHAT, FailureReason.BLOCKED);
        assertThat(other.reason(CHAT)).contains(FailureReason.BLOCKED);
        other.open(CHAT);
        assertThat(one.reason(CHAT)).isEmpty();
        assertThat(other.reason(CHAT)).isEmpty();
    }

    @Test
    void anUnreachableNumberIsTriedAgainAfterAMonthABlockedBotIsNot() {
        Address phone = new Address(ChannelKind.SMS, "+85251234567");
        one.close(phone, FailureReason.UNREACHABLE);
        one.close(CHAT, FailureReason.BLOCKED);
        now = now.plus(Duration.ofDays(31));
        assertThat(one.reason(phone)).isEmpty();
        assertThat(one.reason(CHAT)).contains(FailureReason.BLOCKED);
    }

    @Test
    void anotherSenderToTheSameNumberIsAnotherAddress() {
        one.close(new Address(ChannelKind.SMS, "+85251234567", "+85230000001"), FailureReason.OPTED_OUT);
        assertThat(one.reason(new Address(ChannelKind.SMS, "+85251234567"))).isEmpty();
    }

    @Test
    void storesNeitherNumberNorChat() {
        one.close(new Address(ChannelKind.SMS, "+85251234567"), FailureReason.OPTED_OUT);
        assertThat(database.getCollection("closedAddresses").find().first().toJson())
                .doesNotContain("85251234567");
    }
}
