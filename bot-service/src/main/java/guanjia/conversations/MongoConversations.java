package guanjia.conversations;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import guanjia.conversations.Mailbox.Acceptance;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Conversations in MongoDB. Filters are flat and begin with {@code _id}, so that every look-up goes by it, in the embedded store too.
 * {@code work} marks conversations with something to read or to hand over; the sweeper looks for it.
 */
final class MongoConversations implements Conversations {
    private final MongoCollection<Document> conversations;
    private final Clock system;
    private final NudgedSignals signals;

    /** @param system the system's clock, by which the sweeper finds what nobody touched */
    MongoConversations(MongoCollection<Document> conversations, Clock system, NudgedSignals signals) {
        this.conversations = conversations;
        this.system = system;
        this.signals = signals;
    }

    @Override
    public Optional<Conversation> find(ConversationId id) {
        return Optional.ofNullable(conversations.find(byId(id)).first()).map(ConversationDocuments::read);
    }

    @Override
    public Acceptance accept(Conversation beginning, Inbound update) {
        if (push(beginning.id(), update)) {
            return Acceptance.ACCEPTED;
        }
        Optional<Conversation> existing = find(beginning.id());
        if (existing.isEmpty()) {
            insert(beginning);
            return push(beginning.id(), update) ? Acceptance.ACCEPTED : Acceptance.REPLAYED;
        }
        return existing.get().traffic().recent().contains(update.id()) ? Acceptance.REPLAYED : Acceptance.REFUSED;
    }

    private boolean push(ConversationId id, Inbound update) {
        Document unknown = byId(id).append("recent", new Document("$ne", update.id()))
                .append("inbox." + (Traffic.INBOX - 1), new Document("$exists", false));
        Document change = new Document(
                        "$push",
                        new Document("inbox", ConversationDocuments.write(update))
                                .append("recent", latest(List.of(update.id()))))
                .append("$inc", new Document("arrivals", 1L))
                .append("$set", touched().append("work", true));
        return conversations.updateOne(unknown, change).getMatchedCount() == 1;
    }

    /** @return false when it exists already */
    private boolean insert(Conversation conversation) {
        try {
            conversations.insertOne(ConversationDocuments.write(conversation));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean claim(Conversation conversation, List<String> updates) {
        Document free =
                byId(conversation.id()).append("turns", conversation.traffic().turns());
        return conversations
                        .updateOne(free, new Document("$set", touched().append("claimed", updates)))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean commit(Commit commit) {
        Conversation before = commit.before();
        Traffic traffic = before.traffic();
        Document unchanged = byId(before.id())
                .append("turns", traffic.turns())
                .append("epoch", before.standing().epoch())
                .append("seq", traffic.seq());
        commit.direct().ifPresent(id -> unchanged.append("recent", new Document("$ne", id)));
        boolean done = conversations.updateOne(unchanged, change(commit)).getMatchedCount() == 1
                || traffic.arrivals() == 0 && insert(begunBy(commit));
        if (done) {
            signals.changed(before, commit.standing(), commit.talk());
        }
        return done;
    }

    private Document change(Commit commit) {
        Traffic traffic = commit.before().traffic();
        Document set = touched()
                .append("work", true)
                .append("turns", traffic.turns() + 1)
                .append("seq", lastSeq(commit.lines(), traffic.seq()))
                .append("claimed", List.of());
        set.putAll(ConversationDocuments.write(commit.talk()));
        set.putAll(ConversationDocuments.write(commit.standing()));
        Document push = new Document("outbox", each(commit.lines()));
        commit.direct().ifPresent(id -> push.append("recent", latest(List.of(id))));
        return new Document("$set", set)
                .append("$push", push)
                .append("$pull", new Document("inbox", new Document("id", new Document("$in", commit.done()))))
                .append("$inc", new Document("arrivals", 1L));
    }

    /** A conversation whose first update was read at once is written whole. */
    private Conversation begunBy(Commit commit) {
        Conversation before = commit.before();
        Traffic first = new Traffic(
                List.of(),
                List.of(),
                commit.lines(),
                commit.direct().stream().toList(),
                1,
                lastSeq(commit.lines(), 0),
                1,
                system.instant());
        return new Conversation(before.id(), before.address(), commit.talk(), commit.standing(), first);
    }

    @Override
    public List<Long> release(Conversation conversation, List<Line> lines) {
        long epoch = conversation.standing().epoch();
        List<Line> going = lines.stream()
                .filter(line -> line.epoch() == epoch || line.outlivesTakeover())
                .toList();
        if (going.isEmpty()
                || takeOut(conversation, going, byId(conversation.id()).append("epoch", epoch))) {
            return going.stream().map(Line::seq).toList();
        }
        return find(conversation.id()).map(changed -> release(changed, lines)).orElseGet(List::of);
    }

    @Override
    public void remove(Conversation conversation, List<Line> lines) {
        takeOut(conversation, lines, byId(conversation.id()));
    }

    private boolean takeOut(Conversation conversation, List<Line> lines, Document which) {
        return settles(conversation, lines, which)
                || conversations.updateOne(which, pull(lines)).getMatchedCount() == 1;
    }

    /** Takes the last lines out and marks the conversation as having nothing to do, if nothing has come since it was read. */
    private boolean settles(Conversation conversation, List<Line> lines, Document which) {
        Traffic traffic = conversation.traffic();
        if (!traffic.inbox().isEmpty() || traffic.outbox().size() > lines.size()) {
            return false;
        }
        Document atRest = new Document(which).append("arrivals", traffic.arrivals());
        Document change = pull(lines).append("$set", new Document("work", false));
        return conversations.updateOne(atRest, change).getMatchedCount() == 1;
    }

    private static Document pull(List<Line> lines) {
        List<Long> numbers = lines.stream().map(Line::seq).toList();
        return new Document("$pull", new Document("outbox", new Document("seq", new Document("$in", numbers))));
    }

    @Override
    public void settle(Conversation conversation) {
        Document unchanged = byId(conversation.id())
                .append("arrivals", conversation.traffic().arrivals())
                .append("inbox", List.of())
                .append("outbox", List.of());
        conversations.updateOne(unchanged, new Document("$set", new Document("work", false)));
    }

    @Override
    public boolean change(Conversation conversation, Notices.Change change) {
        Document set = touched()
                .append("work", true)
                .append("seq", lastSeq(change.lines(), conversation.traffic().seq()));
        set.putAll(ConversationDocuments.write(change.talk()));
        set.putAll(ConversationDocuments.write(change.standing()));
        Document push = new Document("outbox", each(change.lines()));
        change.mark().ifPresent(mark -> push.append("recent", latest(List.of(mark))));
        Document update = new Document("$set", set).append("$push", push).append("$inc", new Document("arrivals", 1L));
        boolean done = conversations.updateOne(unspoken(conversation), update).getMatchedCount() == 1;
        if (done) {
            signals.changed(conversation, change.standing(), change.talk());
        }
        return done;
    }

    /** Nobody has changed its mode or said anything since it was read. */
    private static Document unspoken(Conversation conversation) {
        return byId(conversation.id())
                .append("epoch", conversation.standing().epoch())
                .append("seq", conversation.traffic().seq());
    }

    @Override
    public List<ConversationId> unfinished(Instant untouchedSince, int limit) {
        Document old = new Document("$lt", Date.from(untouchedSince));
        return ids(new Document("work", true).append("touched", old), "touched", limit);
    }

    @Override
    public List<ConversationId> silent(Instant now, int limit) {
        return ids(new Document("due", new Document("$lte", Date.from(now))), "due", limit);
    }

    private List<ConversationId> ids(Document which, String order, int limit) {
        return conversations
                .find(which)
                .projection(new Document("_id", 1))
                .sort(Sorts.ascending(order))
                .limit(limit)
                .map(row -> new ConversationId(row.getString("_id")))
                .into(new ArrayList<>());
    }

    @Override
    public void putOff(Conversation conversation, Instant due) {
        Document same = byId(conversation.id())
                .append("due", conversation.talk().due().map(Date::from).orElse(null));
        conversations.updateOne(same, new Document("$set", new Document("due", Date.from(due))));
    }

    @Override
    public void touch(ConversationId id) {
        conversations.updateOne(byId(id), new Document("$set", touched()));
    }

    @Override
    public List<Conversation> waiting(Collection<String> estates) {
        Document attention = new Document("attention", true);
        if (!estates.isEmpty()) {
            attention.append("estate", new Document("$in", estates));
        }
        return conversations.find(attention).into(new ArrayList<>()).stream()
                .map(ConversationDocuments::read)
                .sorted(Comparator.comparing(
                        conversation -> conversation.standing().since()))
                .toList();
    }

    @Override
    public List<Conversation> list(String estate, Mode mode, int limit) {
        return conversations
                .find(new Document("estate", estate).append("mode", mode.name()))
                .sort(Sorts.descending("touched"))
                .limit(limit)
                .map(ConversationDocuments::read)
                .into(new ArrayList<>());
    }

    private static long lastSeq(List<Line> lines, long before) {
        return lines.isEmpty() ? before : lines.getLast().seq();
    }

    private static Document each(List<Line> lines) {
        return new Document("$each", lines.stream().map(Line::write).toList());
    }

    private static Document latest(List<String> ids) {
        return new Document("$each", ids).append("$slice", -Traffic.RECENT);
    }

    /** On the system's clock, not the business's: the sweeper compares it with now. */
    private Document touched() {
        return new Document("touched", Date.from(system.instant()));
    }

    private static Document byId(ConversationId id) {
        return new Document("_id", id.value());
    }
}
