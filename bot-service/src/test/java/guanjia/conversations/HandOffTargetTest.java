package guanjia.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import guanjia.directory.Estate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HandOffTargetTest {
    private final Estate estate = new TwoEstates().all().getFirst();
    private final Duration target = estate.hours().handoffTarget();

    @Test
    void countsFromTheMomentSomebodyAsksWhileTheOfficeIsOpen() {
        Instant ten = Instant.parse("2026-11-25T02:00:00Z"); // 10:00 there
        assertThat(HandOffTarget.dueBy(ten, estate)).isEqualTo(ten.plus(target));
    }

    @Test
    void countsFromTheOpeningWhenSomebodyAsksAtNight() {
        Instant night = Instant.parse("2026-11-25T14:00:00Z"); // 22:00 there
        Instant opening = Instant.parse("2026-11-26T01:00:00Z"); // 09:00 there
        assertThat(HandOffTarget.dueBy(night, estate)).isEqualTo(opening.plus(target));
    }
}
