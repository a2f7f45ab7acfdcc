package guanjia.knowledge;

import guanjia.knowledge.StoredHandbooks.Book;
import guanjia.knowledge.reading.Anchors;
import guanjia.knowledge.reading.HandbookReaders;
import guanjia.knowledge.reading.ReadHandbook;
import guanjia.knowledge.reading.ReadSection;
import guanjia.knowledge.reading.UnreadableHandbook;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads files, stores them, and has the estate's snapshot rebuilt. */
final class PublishedHandbooks implements Handbooks {
    private static final Locale STAFF = Locale.forLanguageTag("zh-Hans");
    private static final int ID_LENGTH = 12;

    private final HandbookReaders readers;
    private final StoredHandbooks stored;
    private final Shelf shelf;
    private final Clock clock;

    PublishedHandbooks(HandbookReaders readers, StoredHandbooks stored, Shelf shelf, Clock clock) {
        this.readers = readers;
        this.stored = stored;
        this.shelf = shelf;
        this.clock = clock;
    }

    @Override
    public Publication publish(String estate, String fileName, byte[] content) {
        Publication publication = store(estate, fileName, content);
        if (publication instanceof Publication.Published) {
            shelf.changed(estate);
        }
        return publication;
    }

    @Override
    public Map<String, Publication> publish(String estate, Map<String, byte[]> files) {
        Map<String, Publication> publications = new LinkedHashMap<>();
        files.forEach((name, content) -> publications.put(name, store(estate, name, content)));
        if (publications.values().stream().anyMatch(Publication.Published.class::isInstance)) {
            shelf.changed(estate);
        }
        return publications;
    }

    private Publication store(String estate, String fileName, byte[] content) {
        try {
            ReadHandbook read = readers.read(fileName, content);
            return new Publication.Published(store(estate, fileName, read), read.warnings());
        } catch (UnreadableHandbook e) {
            return new Publication.Unreadable(e.reason().code(), e.reason().inWords(STAFF));
        }
    }

    private Handbook store(String estate, String fileName, ReadHandbook read) {
        String id = id(fileName);
        while (true) {
            int before = stored.find(estate, id)
                    .map(book -> book.handbook().version())
                    .orElse(0);
            Book book = book(estate, id, fileName, read, before + 1, clock.instant());
            if (stored.put(book)) {
                return book.handbook();
            }
        }
    }

    static Book book(String estate, String id, String fileName, ReadHandbook read, int version, Instant published) {
        Audience audience = read.audience().map(Audience::of).orElse(Audience.EVERYBODY);
        Handbook handbook = new Handbook(
                estate,
                id,
                read.title(),
                fileName,
                version,
                read.sections().size(),
                read.updated(),
                published,
                audience);
        return new Book(handbook, sections(read, audience));
    }

    private static List<Section> sections(ReadHandbook read, Audience audience) {
        List<String> anchors = Anchors.of(read.sections());
        return IntStream.range(0, anchors.size())
                .mapToObj(place -> section(read.sections().get(place), anchors.get(place), audience))
                .toList();
    }

    private static Section section(ReadSection read, String anchor, Audience audience) {
        return new Section(anchor, read.path(), read.title(), read.level(), read.text(), read.aliases(), audience);
    }

    /** The file's name without its ending where that is fit for a URL, else its hash. */
    static String id(String fileName) {
        String name = fileName.replaceFirst(".*[/\\\\]", "")
                .replaceFirst("\\.[^.]*$", "")
                .toLowerCase(Locale.ROOT);
        return name.matches("[a-z0-9][a-z0-9_-]{0,59}")
                ? name
                : Vectors.hash(name).substring(0, ID_LENGTH);
    }

    @Override
    public List<Handbook> list(String estate) {
        return stored.all(estate).stream().map(Book::handbook).toList();
    }

    @Override
    public Optional<Handbook> find(String estate, String id) {
        return stored.find(estate, id).map(Book::handbook);
    }

    @Override
    public boolean delete(String estate, String id) {
        boolean there = stored.delete(estate, id);
        if (there) {
            shelf.changed(estate);
        }
        return there;
    }

    @Override
    public List<Section> sections(String estate, String id, Audience reader) {
        return stored.find(estate, id).map(Book::sections).orElse(List.of()).stream()
                .filter(section -> reader.mayRead(section.audience()))
                .toList();
    }

    @Override
    public Optional<Section> section(String estate, String id, String anchor, Audience reader) {
        return sections(estate, id, reader).stream()
                .filter(section -> section.anchor().equals(anchor))
                .findFirst();
    }
}
