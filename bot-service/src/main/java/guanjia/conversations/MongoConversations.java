package guanjia.conversations;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import guanjia.conversations.Mailbox.Acceptance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;

/**
 * Conversations in MongoDB. Filters are flat and begin with {@code _id}, so that every look-up goes by it, in the embedded store too.
 * {@code unfinished} stands in conversations with something to read or to hand over, and says since when nobody has touched them; the
 * sweeper looks for it.
 */
final class MongoConversations implements Conversations {
    /** The list of an estate's conversations is in order of activity to within so long: keeping it exact would cost a write to its index with every turn. */
    private static final Duration ACTIVITY = Duration.ofMinutes(10);

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
                .append("$set", unfinished());
        return conversations.updateOne(unknown, change).getMatchedCount() == 1;
    }

    /** @return false when it exists already */
    private boolean insert(Conversation conversation) {
        try {
            conversations.insertOne(withoutNulls(ConversationDocuments.write(conversation)
                    .append("unfinished", now())
                    .append("active", active())));
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
                        .updateOne(free, new Document("$set", unfinished().append("claimed", updates)))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public Optional<Conversation> commit(Commit commit) {
        Conversation before = commit.before();
        Traffic traffic = before.traffic();
        Document unchanged = byId(before.id())
                .append("turns", traffic.turns())
                .append("epoch", before.standing().epoch())
                .append("seq", traffic.seq());
        commit.direct().ifPresent(id -> unchanged.append("recent", new Document("$ne", id)));
        Conversation after = commit.after(system.instant());
        boolean done = conversations.updateOne(unchanged, change(commit, after)).getMatchedCount() == 1
                || traffic.arrivals() == 0 && insert(after);
        if (!done) {
            return Optional.empty();
        }
        signals.changed(before, commit.standing(), commit.talk());
        return Optional.of(after);
    }

    private Document change(Commit commit, Conversation after) {
        Document set = unfinished()
                .append("turns", after.traffic().turns())
                .append("seq", after.traffic().seq())
                .append("claimed", List.of());
        Document push = new Document("outbox", each(commit.lines()));
        commit.direct().ifPresent(id -> push.append("recent", latest(List.of(id))));
        return setting(set, commit.talk(), commit.standing())
                .append("$push", push)
                .append("$pull", new Document("inbox", new Document("id", new Document("$in", commit.done()))))
                .append("$inc", new Document("arrivals", 1L));
    }

    /** What isn't known stands in no field, so that it costs no place in an index. */
    private static Document setting(Document set, Talk talk, Standing standing) {
        set.putAll(ConversationDocuments.write(talk));
        set.putAll(ConversationDocuments.write(standing));
        Document unset = new Document();
        set.forEach((field, value) -> {
            if (value == null) {
                unset.append(field, "");
            }
        });
        return new Document("$set", withoutNulls(set)).append("$unset", unset);
    }

    private static Document withoutNulls(Document document) {
        document.values().removeIf(Objects::isNull);
        return document;
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
        Document change = pull(lines).append("$unset", new Document("unfinished", ""));
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
        conversations.updateOne(unchanged, new Document("$unset", new Document("unfinished", "")));
    }

    @Override
    public boolean change(Conversation conversation, Notices.Change change) {
        Document set = unfinished()
                .append("seq", Line.last(change.lines(), conversation.traffic().seq()));
        Document push = new Document("outbox", each(change.lines()));
        change.mark().ifPresent(mark -> push.append("recent", latest(List.of(mark))));
        Document update = setting(set, change.talk(), change.standing())
                .append("$push", push)
                .append("$inc", new Document("arrivals", 1L));
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
        return ids(new Document("unfinished", new Document("$lt", Date.from(untouchedSince))), "unfinished", limit);
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
        Document left = byId(id).append("unfinished", new Document("$exists", true));
        conversations.updateOne(left, new Document("$set", unfinished()));
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
                .sort(Sorts.descending("active"))
                .limit(limit)
                .map(ConversationDocuments::read)
                .into(new ArrayList<>())
                .stream()
                .sorted(Comparator.comparing(
                                (Conversation chat) -> chat.traffic().touched())
                        .reversed())
                .toList();
    }

    private static Document each(List<Line> lines) {
        return new Document("$each", lines.stream().map(Line::write).toList());
    }

    private static Document latest(List<String> ids) {
        return new Document("$each", ids).append("$slice", -Traffic.RECENT);
    }

    private Document unfinished() {
        Date now = now();
        return new Document("touched", now).append("unfinished", now).append("active", active());
    }

    /** On the system's clock, not the business's: the sweeper compares it with now. */
    private Date now() {
        return Date.from(system.instant());
    }

    private Date active() {
        long millis = system.millis();
        return new Date(millis - millis % ACTIVITY.toMillis());
    }

    private static Document byId(ConversationId id) {
        return new Document("_id", id.value());
    }
}
