package guanjia.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stores go away under load and come back; the product loses nothing and goes on by itself. */
class StoresAwayTest {
    private static final int PER_SECOND = 20;
    private static final Duration AWAY = Duration.ofSeconds(3);

    private static Stores stores;
    private static Stage stage;

    @BeforeAll
    static void start() {
        stores = new Stores();
        stage = Stage.open("away", Outages.residents(PER_SECOND, AWAY), stores.settings());
    }

    @AfterAll
    static void stop() {
        stage.close();
        stores.close();
    }

    @Test
    void answersEverythingOnceAfterRedisWasAway() {
        answersEverythingOnceAfter("Redis killed", stores::takeRedisAway);
    }

    @Test
    void answersEverythingOnceAfterMongoDbDidNotAnswer() {
        answersEverythingOnceAfter("MongoDB frozen", stores::freezeMongo);
    }

    @Test
    void answersEverythingOnceAfterMongoDbWasKilled() {
        answersEverythingOnceAfter("MongoDB killed", stores::killMongo);
    }

    private static void answersEverythingOnceAfter(String what, Supplier<Runnable> takeAway) {
        Outages.Result result = new Outages(stage, PER_SECOND, AWAY).during(what, takeAway);
        assertThat(result.outcome().unanswered()).as("%s", result).isEmpty();
        assertThat(result.outcome().doubles()).as("%s", result).isZero();
    }
}
