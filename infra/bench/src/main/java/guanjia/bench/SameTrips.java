package guanjia.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.bson.Document;

/**
 * The round trips of a turn without anything to think about: one read and five writes in MongoDB, three calls to Redis, one message to
 * Telegram and one more call for a press, with copies of documents that the product itself wrote. What an update waits for and what happens
 * after the 200 is as in the product.
 */
final class SameTrips {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final String COUNT =
            "local n=redis.call('incr',KEYS[1]) if n==1 then redis.call('pexpire',KEYS[1],ARGV[1]) end return n";
    private static final String FREE =
            "if redis.call('get',KEYS[1])==ARGV[1] then return redis.call('del',KEYS[1]) else return 0 end";
    private static final String SELF = "floor";

    private final Document conversation;
    private final Document heard;
    private final Document said;
    private final Document delivery;
    private final MongoCollection<Document> conversations;
    private final MongoCollection<Document> messages;
    private final MongoCollection<Document> deliveries;
    private final StatefulRedisConnection<String, String> redis;
    private final String limit;
    private final String telegram;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .connectionPool(new ConnectionPool(32, 60, java.util.concurrent.TimeUnit.SECONDS))
            .build();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

    /** @param product where the product has written @param own another database on the same server */
    SameTrips(
            MongoDatabase product, MongoDatabase own, StatefulRedisConnection<String, String> redis, String telegram) {
        this.conversation = some(product, "conversations", new Document("turns", new Document("$gt", 1L)));
        this.heard = some(product, "messages", new Document("who", "RESIDENT"));
        this.said = some(product, "messages", new Document("who", "BOT"));
        this.delivery = some(product, "deliveries", new Document("state", "SENT"));
        this.conversations = own.getCollection("conversations");
        this.messages = own.getCollection("messages");
        this.deliveries = own.getCollection("deliveries");
        this.redis = redis;
        this.telegram = telegram;
        this.limit = redis.sync().scriptLoad(limitScript());
        IndexOptions sparse = new IndexOptions().sparse(true);
        List.of("unfinished", "due", "attention")
                .forEach(field -> conversations.createIndex(new Document(field, 1), sparse));
        conversations.createIndex(new Document("estate", 1).append("mode", 1).append("active", 1));
        messages.createIndex(new Document("c", 1).append("seq", 1));
        List.of("owner", "provider", "report").forEach(field -> deliveries.createIndex(new Document(field, 1), sparse));
    }

    static String chat(JsonNode update) {
        JsonNode message = update.has("message")
                ? update.path("message")
                : update.path("callback_query").path("message");
        return message.path("chat").path("id").asText();
    }

    /** Returns when the turn is committed; its answer leaves in the background. */
    void take(JsonNode update) {
        String chat = chat(update);
        String id = update.path("update_id").asText();
        JsonNode press = update.path("callback_query").path("id");
        if (!press.isMissingNode()) {
            background.execute(() -> post("answerCallbackQuery", Map.of("callback_query_id", press.asText())));
        }
        Document found = conversations.find(new Document("_id", chat)).first();
        redis.sync().eval(COUNT, ScriptOutputType.INTEGER, new String[] {"floor:flood:" + chat}, "20000");
        Document before = found == null ? conversation : found;
        long seq = found == null ? 0 : found.getLong("seq");
        commit(chat, id, before, seq);
        background.execute(() -> send(chat, id, before, seq + 2));
    }

    private void commit(String chat, String id, Document before, long seq) {
        Document unchanged = new Document("_id", chat)
                .append("turns", before.getLong("turns"))
                .append("epoch", before.getLong("epoch"))
                .append("seq", seq)
                .append("recent", new Document("$ne", id));
        Document set = new Document(before);
        List.of("_id", "address", "inbox", "outbox", "recent", "arrivals").forEach(set::remove);
        set.append("unfinished", new Date())
                .append("touched", new Date())
                .append("turns", before.getLong("turns") + 1)
                .append("seq", seq + 2);
        Document push = new Document(
                        "outbox", new Document("$each", List.of(line(heard, seq + 1), line(said, seq + 2))))
                .append("recent", new Document("$each", List.of(id)).append("$slice", -64));
        Document change = new Document("$set", set)
                .append("$push", push)
                .append("$pull", new Document("inbox", new Document("id", new Document("$in", List.of()))))
                .append("$inc", new Document("arrivals", 1L));
        if (conversations.updateOne(unchanged, change).getMatchedCount() == 0) {
            conversations.insertOne(new Document(conversation)
                    .append("_id", chat)
                    .append("seq", 2L)
                    .append("recent", List.of(id))
                    .append("outbox", List.of(line(heard, 1), line(said, 2))));
        }
    }

    private void send(String chat, String id, Document before, long seq) {
        String delivered = chat + "-" + seq;
        messages.insertMany(
                List.of(
                        row(line(heard, seq - 1), "TELEGRAM|" + id).append("c", chat),
                        row(line(said, seq), delivered).append("c", chat)),
                new InsertManyOptions().ordered(false));
        deliveries.insertMany(
                List.of(row(delivery, delivered).append("owner", SELF).append("state", "SENDING")),
                new InsertManyOptions().ordered(false));
        redis.sync()
                .evalsha(
                        limit,
                        ScriptOutputType.MULTI,
                        keys(chat),
                        "10000",
                        "1",
                        "1000000",
                        "3",
                        SELF,
                        "floor:owner:",
                        "floor:owners",
                        "30000");
        release(chat, before, seq);
        post("sendMessage", Map.of("chat_id", chat, "text", delivery.getString("text") + " " + seq));
        deliveries.updateOne(
                new Document("_id", delivered).append("owner", SELF),
                new Document(
                                "$set",
                                new Document("state", "SENT")
                                        .append("at", new Date())
                                        .append("attempts", 1)
                                        .append("provider", id))
                        .append("$unset", new Document("owner", "")));
        redis.async().eval(FREE, ScriptOutputType.INTEGER, new String[] {"floor:line:" + chat}, SELF);
    }

    private void release(String chat, Document before, long seq) {
        conversations.updateOne(
                new Document("_id", chat)
                        .append("epoch", before.getLong("epoch"))
                        .append("arrivals", seq == 2 ? before.getLong("arrivals") : before.getLong("arrivals") + 1),
                new Document(
                                "$pull",
                                new Document("outbox", new Document("seq", new Document("$in", List.of(seq - 1, seq)))))
                        .append("$unset", new Document("unfinished", "")));
    }

    private void post(String method, Map<String, String> fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        fields.forEach(body::put);
        Request request = new Request.Builder()
                .url(telegram + "/bot1:bench/" + method)
                .post(RequestBody.create(body.toString(), JSON))
                .build();
        try (Response response = http.newCall(request).execute()) {
            Objects.requireNonNull(response.body()).bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] keys(String chat) {
        return new String[] {
            "floor:pause", "floor:sent", "floor:state", "floor:line:" + chat + ":rate", "floor:line:" + chat
        };
    }

    private static Document line(Document row, long seq) {
        Document line = new Document(row);
        line.remove("_id");
        line.remove("c");
        return line.append("seq", seq);
    }

    private static Document row(Document like, String id) {
        return new Document(like).append("_id", id);
    }

    private static Document some(MongoDatabase product, String collection, Document like) {
        return Objects.requireNonNull(
                product.getCollection(collection).find(like).first(), "the product wrote no " + collection);
    }

    /** The product's own. */
    private static String limitScript() {
        try (InputStream script = SameTrips.class.getResourceAsStream("/guanjia/delivery/take.lua")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
