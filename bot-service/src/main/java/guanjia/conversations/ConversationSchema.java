package guanjia.conversations;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import guanjia.stores.Schema;

/** Indexes of the conversations' collections. */
final class ConversationSchema {
    private ConversationSchema() {}

    static void create(MongoDatabase database) {
        Schema.bring(database, "conversations", ConversationSchema::indexes);
    }

    /** Sparse: of the many conversations at rest none stands in them, and a turn changes as few entries as can be. */
    private static void indexes(MongoDatabase database) {
        IndexOptions sparse = new IndexOptions().sparse(true);
        var conversations = database.getCollection("conversations");
        conversations.createIndex(Indexes.ascending("unfinished"), sparse);
        conversations.createIndex(Indexes.ascending("due"), sparse);
        conversations.createIndex(Indexes.ascending("attention"), sparse);
        conversations.createIndex(Indexes.ascending("estate", "mode", "active"));
        database.getCollection("messages").createIndex(Indexes.ascending("c", "seq"));
    }
}
