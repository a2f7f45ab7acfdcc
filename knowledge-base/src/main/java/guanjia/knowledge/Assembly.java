package guanjia.knowledge;

import com.mongodb.client.MongoDatabase;
import guanjia.knowledge.reading.HandbookReaders;
import java.time.Clock;

/** All parts of the knowledge base put together over one database; for the application, the evaluation and tests alike. */
final class Assembly implements AutoCloseable {
    private final Embedder embedder;
    private final Shelf shelf;
    private final StandardReadings readings;
    private final PublishedHandbooks handbooks;
    private final KnownNotices notices;
    private final EstateGlossary glossary;
    private final RecordedGaps gaps;
    private final Finding finding;
    private final Answering answering;

    /** @param embedder shared: the caller closes it */
    Assembly(MongoDatabase database, Clock clock, KnowledgeSettings settings, Embedder embedder, Wordsmith wordsmith) {
        this.embedder = embedder;
        Normaliser normaliser = Normaliser.standard();
        Vectors vectors = new Vectors(ShippedVectors.standard(), new MongoVectors(database), embedder);
        Changes changes = new Changes(database);
        StoredHandbooks books = new StoredHandbooks(database);
        StoredNotices board = new StoredNotices(database);
        StoredGlossary terms = new StoredGlossary(database);
        StoredWords words = new StoredWords(database);
        this.shelf = new Shelf(new Library(changes, books, board, terms, vectors, normaliser), changes);
        this.readings = StandardReadings.standard(normaliser, vectors, embedder);
        this.handbooks = new PublishedHandbooks(new HandbookReaders(), books, shelf, clock);
        this.notices = new KnownNotices(board, shelf);
        this.glossary = new EstateGlossary(terms, words, shelf);
        this.gaps = new RecordedGaps(new StoredGaps(database), words, embedder);
        this.finding = new Finding(embedder, settings.search(), settings.abstention());
        this.answering = new Answering(shelf, readings, NoticeBoard.standard(), finding, wordsmith, gaps);
    }

    /** Loads model, dictionaries and every estate's snapshot, so that the first resident doesn't wait for them; 1 to 4 s. */
    void warmUp() {
        embedder.question("物业服务中心几点开门?");
        shelf.fill();
        readings.emergency("电梯坏了,麻烦派人来看看"); // waits until all is learned from examples: what needn't wait comes before
        readings.intent("电梯坏了,麻烦派人来看看");
        shelf.watch();
    }

    KnowledgeBase answering() {
        return answering;
    }

    StandardReadings readings() {
        return readings;
    }

    Handbooks handbooks() {
        return handbooks;
    }

    NoticesInForce notices() {
        return notices;
    }

    Glossary glossary() {
        return glossary;
    }

    Gaps gaps() {
        return gaps;
    }

    Shelf shelf() {
        return shelf;
    }

    Finding finding() {
        return finding;
    }

    @Override
    public void close() {
        shelf.close();
        gaps.close();
    }
}
