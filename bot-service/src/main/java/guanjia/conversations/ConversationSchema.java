package guanjia.conversations;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;

/** Indexes of the conversations' collections; creating one that exists changes nothing. */
final class ConversationSchema {
    private ConversationSchema() {}

    static void create(MongoDatabase database) {
        var conversations = database.getCollection("conversations");
        conversations.createIndex(Indexes.ascending("work", "touched"));
        conversations.createIndex(Indexes.ascending("due"));
        conversations.createIndex(Indexes.ascending("attention"));
        conversations.createIndex(Indexes.ascending("estate", "mode", "touched"));
        database.getCollection("messages").createIndex(Indexes.ascending("c", "seq"));
    }
}
