package guanjia.conversations;

import guanjia.delivery.DeliveryStatus;
import java.util.Optional;

/**
 * One line of a chat as staff see it.
 *
 * @param line what was said
 * @param author login of the member of staff who said it; empty for others
 * @param delivery what became of it; empty for lines that the resident wrote
 */
public record StaffLine(TranscriptLine line, Optional<String> author, Optional<DeliveryStatus> delivery) {}
