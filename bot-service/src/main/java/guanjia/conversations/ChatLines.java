package guanjia.conversations;

import guanjia.conversations.TranscriptLine.Who;
import guanjia.delivery.Deliveries;
import guanjia.delivery.DeliveryState;
import guanjia.delivery.DeliveryStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads chats for staff: also what is still on its way to the transcript, and what became of each message. Thread-safe. */
final class ChatLines {
    /** The newest words of a chat stand among so many of its last lines: longer stretches without a person's word don't happen. */
    private static final int TAIL = 30;

    /** Holes in the numbers make it fewer. */
    private static final int MOST = 500;

    private static final int REMEMBERED = 1_000;

    private final MongoTranscript transcript;
    private final Deliveries deliveries;
    private final Map<ConversationId, Newest> newest = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, Newest> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param seq number of the chat's latest line when these were read */
    private record Newest(long seq, List<StaffLine> lines) {}

    ChatLines(MongoTranscript transcript, Deliveries deliveries) {
        this.transcript = transcript;
        this.deliveries = deliveries;
    }

    /** The lines after one, at most so many, the newest ones. */
    List<StaffLine> after(Conversation conversation, long seq, int limit) {
        List<Line> lines =
                read(conversation, Math.max(seq, conversation.traffic().seq() - limit));
        Map<String, DeliveryStatus> statuses = deliveries.statuses(lines.stream()
                .filter(line -> line.lane().isPresent())
                .map(line -> line.id(conversation.id()))
                .toList());
        return lines.stream()
                .map(line -> seen(line, statuses, line.id(conversation.id())))
                .toList();
    }

    /** What the person who spoke last said, see {@link HandOffs.Waiting}; read once as long as nothing new is said. */
    List<StaffLine> newest(Conversation conversation) {
        long seq = conversation.traffic().seq();
        synchronized (newest) {
            Newest known = newest.get(conversation.id());
            if (known != null && known.seq() == seq) {
                return known.lines();
            }
        }
        List<StaffLine> found = newestOf(read(conversation, Math.max(0, seq - TAIL)));
        synchronized (newest) {
            newest.put(conversation.id(), new Newest(seq, found));
        }
        return found;
    }

    private static List<StaffLine> newestOf(List<Line> lines) {
        List<Line> persons = lines.stream()
                .filter(line -> line.who() == Who.RESIDENT || line.who() == Who.STAFF)
                .toList();
        List<Line> said = persons.isEmpty() ? lines : persons;
        List<Line> last = said.subList(Math.max(0, said.size() - 2), said.size());
        return last.stream()
                .filter(line -> line.who() == last.getLast().who())
                .map(line -> new StaffLine(line.shown(), line.staff(), Optional.empty()))
                .toList();
    }

    /** A line leaves the outbox once it is in the transcript, so that the outbox as read before the transcript leaves no gap. */
    private List<Line> read(Conversation conversation, long seq) {
        Map<Long, Line> lines = new TreeMap<>();
        conversation.traffic().outbox().stream()
                .filter(line -> line.seq() > seq)
                .forEach(line -> lines.put(line.seq(), line));
        transcript.linesSince(conversation.id(), seq, MOST).forEach(line -> lines.put(line.seq(), line));
        return List.copyOf(lines.values());
    }

    private static StaffLine seen(Line line, Map<String, DeliveryStatus> statuses, String id) {
        Optional<DeliveryStatus> status = line.lane().map(lane -> Optional.ofNullable(statuses.get(id))
                .orElseGet(() -> new DeliveryStatus(id, DeliveryState.QUEUED, Optional.empty(), line.at())));
        return new StaffLine(line.shown(), line.staff(), status);
    }
}
