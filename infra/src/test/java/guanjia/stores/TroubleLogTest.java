package guanjia.stores;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.MongoException;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TroubleLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(TroubleLogTest.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private Instant now = Instant.parse("2026-11-25T02:00:00Z");
    private final TroubleLog log = TroubleLog.of(TroubleLogTest.class, () -> now);

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
    }

    @Test
    void anOutageIsOneLineAndThenACountAMinute() {
        for (int i = 0; i < 100; i++) {
            log.tell("A turn is put off", new MongoException("away, with a whole address"));
        }
        now = now.plus(TroubleLog.TOLD_AGAIN);
        log.tell("A turn is put off", new MongoException("away"));
        assertThat(said())
                .containsExactly(
                        "A turn is put off (MongoException)",
                        "A turn is put off (MongoException), and 99 times more before");
        assertThat(lines.list).allMatch(line -> line.getThrowableProxy() == null);
    }

    @Test
    void theStackOfAnOutageIsThereForWhoAsksForIt() {
        logger.setLevel(Level.DEBUG);
        log.tell("A turn is put off", new RedisException("away"));
        log.tell("A turn is put off", new RedisException("away"));
        assertThat(lines.list.stream().filter(line -> line.getThrowableProxy() != null))
                .singleElement()
                .extracting(ILoggingEvent::getLevel)
                .isEqualTo(Level.DEBUG);
    }

    @Test
    void eachKindIsToldAndAFaultOfOursWithItsStack() {
        log.tell("A turn is put off", new MongoException("away"));
        log.tell("A turn is put off", new IllegalStateException("a fault"));
        log.tell("A sweep is put off", new MongoException("away"));
        assertThat(said()).hasSize(3);
        assertThat(lines.list.get(1).getThrowableProxy()).isNotNull();
    }

    @Test
    void whatComesBackAfterALongQuietIsToldAtOnce() {
        log.tell("A turn is put off", new MongoException("away"));
        now = now.plus(Duration.ofHours(3));
        log.tell("A turn is put off", new MongoException("away"));
        assertThat(said()).hasSize(2);
    }

    @Test
    void theEndOfAnOutageIsToldOnceAndTheNextOneAtOnce() {
        log.over("A sweep is put off");
        log.tell("A sweep is put off", new MongoException("away"));
        log.tell("A sweep is put off", new RedisException("away"));
        log.tell("A turn is put off", new MongoException("away"));
        log.over("A sweep is put off");
        log.over("A sweep is put off");
        log.tell("A sweep is put off", new MongoException("away"));
        assertThat(said())
                .containsExactly(
                        "A sweep is put off (MongoException)",
                        "A sweep is put off (RedisException)",
                        "A turn is put off (MongoException)",
                        "It works again. Before: A sweep is put off",
                        "A sweep is put off (MongoException)");
    }

    private List<String> said() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
