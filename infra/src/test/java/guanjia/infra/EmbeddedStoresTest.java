package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import guanjia.infra.StoresSettings.Store;
import io.lettuce.core.api.sync.RedisCommands;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has a store of their own starts only the other. */
class EmbeddedStoresTest {
    @TempDir
    private Path directory;

    @Test
    void theMongoDbStartsWithoutARedis() {
        try (EmbeddedStores stores = EmbeddedStores.start(StoresSettings.in(directory, Set.of(Store.MONGO)));
                MongoClient mongo = MongoClients.create(stores.mongoUri())) {
            assertThat(mongo.getDatabase("guanjia").runCommand(new Document("ping", 1)))
                    .containsEntry("ok", 1.0);
            assertThat(directory.resolve("redis")).doesNotExist();
            assertThatThrownBy(stores::redisUri).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void theRedisStartsWithoutAMongoDb() {
        try (EmbeddedStores stores = EmbeddedStores.start(StoresSettings.in(directory, Set.of(Store.REDIS)))) {
            assertThat(ping(stores)).hasValue("PONG");
            assertThat(directory.resolve("mongodb.mv")).doesNotExist();
            assertThatThrownBy(stores::mongoUri).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void theRedisOfAKilledProcessEndsAlsoWhenNoneIsWantedAnyMore() throws Exception {
        EmbeddedRedis left = EmbeddedRedis.start(directory.resolve("redis"), 0);
        long orphan = RedisProcess.ask(left.port(), RunningStores::redisPid).orElseThrow();
        try (EmbeddedStores stores = EmbeddedStores.start(StoresSettings.in(directory, Set.of(Store.MONGO)))) {
            assertThat(stores.endedOrphan()).hasValue(orphan);
            assertThat(RedisProcess.isRunning(orphan)).isFalse();
        } finally {
            left.close();
        }
    }

    private static java.util.Optional<String> ping(EmbeddedStores stores) {
        return RedisProcess.ask(URI.create(stores.redisUri()).getPort(), RedisCommands::ping);
    }
}
