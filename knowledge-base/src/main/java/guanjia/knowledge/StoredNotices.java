package guanjia.knowledge;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Notices in MongoDB. Texts are a list of pairs, so that their order survives. */
final class StoredNotices {
    private final MongoCollection<Document> stored;

    StoredNotices(MongoDatabase database) {
        this.stored = database.getCollection("noticesInForce");
    }

    void put(NoticeInForce notice) {
        Document document = new Document("_id", key(notice.estate(), notice.id()))
                .append("estate", notice.estate())
                .append("id", notice.id())
                .append("area", notice.area())
                .append("buildings", List.copyOf(notice.buildings()))
                .append("from", Date.from(notice.from()))
                .append("to", Date.from(notice.to()))
                .append("effect", notice.effect())
                .append("safetyHint", notice.safetyHint())
                .append("texts", texts(notice.texts()));
        stored.replaceOne(new Document("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
    }

    boolean delete(String estate, String id) {
        return stored.deleteOne(new Document("_id", key(estate, id))).getDeletedCount() == 1;
    }

    List<NoticeInForce> all(String estate) {
        List<NoticeInForce> notices = new ArrayList<>();
        stored.find(new Document("estate", estate)).forEach(each -> notices.add(notice(each)));
        return notices;
    }

    private static String key(String estate, String id) {
        return estate + "/" + id;
    }

    private static List<Document> texts(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(text -> new Document("language", text.getKey()).append("text", text.getValue()))
                .toList();
    }

    private static NoticeInForce notice(Document read) {
        Map<String, String> texts = new LinkedHashMap<>();
        read.getList("texts", Document.class)
                .forEach(text -> texts.put(text.getString("language"), text.getString("text")));
        return new NoticeInForce(
                read.getString("estate"),
                read.getString("id"),
                read.getString("area"),
                Set.copyOf(read.getList("buildings", String.class)),
                read.getDate("from").toInstant(),
                read.getDate("to").toInstant(),
                read.getString("effect"),
                read.getString("safetyHint"),
                texts);
    }
}
