package guanjia.knowledge;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Handbooks in MongoDB: one document each with all its sections, so that a replacement is one atomic write. */
final class StoredHandbooks {
    private final MongoCollection<Document> stored;

    StoredHandbooks(MongoDatabase database) {
        this.stored = database.getCollection("handbooks");
    }

    /** A handbook with its sections. */
    record Book(Handbook handbook, List<Section> sections) {}

    Optional<Book> find(String estate, String id) {
        return Optional.ofNullable(
                        stored.find(new Document("_id", key(estate, id))).first())
                .map(StoredHandbooks::book);
    }

    List<Book> all(String estate) {
        List<Book> books = new ArrayList<>();
        stored.find(new Document("estate", estate)).forEach(each -> books.add(book(each)));
        books.sort(Comparator.comparing((Book book) -> book.handbook().title())
                .thenComparing(book -> book.handbook().id()));
        return books;
    }

    List<Entry> entries(String estate) {
        return all(estate).stream()
                .flatMap(book -> book.sections().stream().map(section -> new Entry(book.handbook(), section)))
                .toList();
    }

    /** Puts a version in place of the one before it. @return false when somebody else was faster: read again */
    boolean put(Book book) {
        Document document = document(book);
        int version = book.handbook().version();
        if (version > 1) {
            Document before = new Document("_id", document.get("_id")).append("version", version - 1);
            return stored.replaceOne(before, document).getMatchedCount() == 1;
        }
        try {
            stored.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    boolean delete(String estate, String id) {
        return stored.deleteOne(new Document("_id", key(estate, id))).getDeletedCount() == 1;
    }

    private static String key(String estate, String id) {
        return estate + "/" + id;
    }

    private static Document document(Book book) {
        Handbook handbook = book.handbook();
        return new Document("_id", key(handbook.estate(), handbook.id()))
                .append("estate", handbook.estate())
                .append("id", handbook.id())
                .append("title", handbook.title())
                .append("fileName", handbook.fileName())
                .append("version", handbook.version())
                .append("updated", handbook.updated().map(LocalDate::toString).orElse(""))
                .append("published", Date.from(handbook.published()))
                .append("audience", handbook.audience().name())
                .append(
                        "sections",
                        book.sections().stream().map(StoredHandbooks::document).toList());
    }

    private static Document document(Section section) {
        return new Document("anchor", section.anchor())
                .append("path", section.path())
                .append("title", section.title())
                .append("level", section.level())
                .append("text", section.text())
                .append("aliases", section.aliases())
                .append("audience", section.audience().name());
    }

    private static Book book(Document read) {
        List<Section> sections = read.getList("sections", Document.class).stream()
                .map(StoredHandbooks::section)
                .toList();
        String updated = read.getString("updated");
        Handbook handbook = new Handbook(
                read.getString("estate"),
                read.getString("id"),
                read.getString("title"),
                read.getString("fileName"),
                read.getInteger("version"),
                sections.size(),
                updated.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(updated)),
                read.getDate("published").toInstant(),
                Audience.valueOf(read.getString("audience")));
        return new Book(handbook, sections);
    }

    private static Section section(Document read) {
        return new Section(
                read.getString("anchor"),
                read.getList("path", String.class),
                read.getString("title"),
                read.getInteger("level"),
                read.getString("text"),
                read.getList("aliases", String.class),
                Audience.valueOf(read.getString("audience")));
    }
}
