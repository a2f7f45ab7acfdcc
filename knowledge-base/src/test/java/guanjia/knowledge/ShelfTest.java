package guanjia.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import guanjia.infra.TestStores;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ShelfTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(Shelf.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private Optional<RuntimeException> trouble = Optional.empty();
    private final MongoDatabase store = TestStores.freshDatabase();
    private final Shelf shelf = shelf(new Changes(failing(MongoDatabase.class, store)));

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
        logger.setLevel(null);
        shelf.close();
    }

    @Test
    void tellsOfAnOutageOnceAndOfItsEnd() {
        shelf.look();
        trouble = Optional.of(new MongoException("away, with a whole address"));
        shelf.look();
        shelf.look();
        shelf.look();
        trouble = Optional.empty();
        shelf.look();
        shelf.look();

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Handbook changes of other processes can't be read; the present handbooks stay (MongoException)",
                        "It works again. Before: Handbook changes of other processes can't be read; the present handbooks stay");
        assertThat(lines.list).allMatch(line -> line.getThrowableProxy() == null);
    }

    @Test
    void showsTheStackOfAFaultOfOurs() {
        trouble = Optional.of(new IllegalStateException("a fault"));
        shelf.look();
        shelf.look();

        assertThat(lines.list).singleElement().matches(line -> line.getThrowableProxy() != null);
    }

    private Shelf shelf(Changes changes) {
        Vectors vectors = new Vectors(VectorStore.NONE, VectorStore.NONE, Fixture.EMBEDDER);
        Library library = new Library(
                changes,
                new StoredHandbooks(store),
                new StoredNotices(store),
                new StoredGlossary(store),
                vectors,
                Normaliser.standard());
        return new Shelf(library, changes);
    }

    /** The real store, until there is trouble. */
    private <T> T failing(Class<T> type, T real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (trouble.isPresent()) {
                throw trouble.get();
            }
            try {
                Object result = method.invoke(real, arguments);
                return result instanceof MongoCollection<?> collection
                        ? failing(MongoCollection.class, collection)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
