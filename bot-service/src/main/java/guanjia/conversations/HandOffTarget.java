package guanjia.conversations;

import guanjia.directory.Estate;
import java.time.Instant;

/** How soon a person should answer who waits (R9): the estate's target, counted from when the office is open. */
final class HandOffTarget {
    private HandOffTarget() {}

    /** Until when somebody who waits since then should be answered. Who asks at night waits from the opening on. */
    static Instant dueBy(Instant waitingSince, Estate estate) {
        Instant from = estate.isOpen(waitingSince)
                ? waitingSince
                : estate.nextOpening(waitingSince)
                        .map(opening -> opening.toInstant())
                        .orElse(waitingSince);
        return from.plus(estate.hours().handoffTarget());
    }
}
