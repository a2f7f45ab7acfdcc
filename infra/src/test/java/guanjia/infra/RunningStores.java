package guanjia.infra;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Stores in one of the forms they come in, with a client of each. Closing ends what was started here. */
final class RunningStores implements AutoCloseable {
    private Runnable end;
    private final MongoClient mongo;
    private final RedisClient redisClient;
    private final StatefulRedisConnection<String, String> redis;

    private RunningStores(Runnable end, String mongoUri, String redisUri) {
        this.end = end;
        this.mongo = MongoClients.create(mongoUri);
        this.redisClient = RedisClient.create(redisUri);
        this.redis = redisClient.connect();
    }

    static RunningStores inThisProcess(Path directory) {
        EmbeddedStores stores = EmbeddedStores.start(directory);
        return new RunningStores(stores::close, stores.mongoUri(), stores.redisUri());
    }

    static RunningStores inTheirOwnProcess(Path directory) throws IOException, InterruptedException {
        OtherJvm process = OtherJvm.run(StoresMain.class, "--dir", directory.toString());
        return inTheirOwnProcess(process);
    }

    /** @param process that runs {@link StoresMain} */
    static RunningStores inTheirOwnProcess(OtherJvm process) throws InterruptedException {
        String[] ready = process.readyLine().split(" ");
        return new RunningStores(process::close, ready[1], ready[2]);
    }

    /** Each form the stores come in here, on files that are deleted in the end; or the external ones, if the tests run on such. */
    static Stream<Named<RunningStores>> ofEachForm() throws IOException, InterruptedException {
        if (!System.getProperty("stores.mongodb", "").isEmpty()) {
            return Stream.of(Named.of("external", shared()));
        }
        return Stream.of(
                Named.of("in this process", deleting(RunningStores::inThisProcess)),
                Named.of("in their own process", deleting(RunningStores::inTheirOwnProcess)));
    }

    private interface Start {
        RunningStores on(Path directory) throws IOException, InterruptedException;
    }

    private static RunningStores deleting(Start start) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("guanjia-stores");
        RunningStores stores = start.on(directory);
        Runnable end = stores.end;
        stores.end = () -> {
            end.run();
            TestStores.delete(directory);
        };
        return stores;
    }

    /** Those that {@code -Dstores.mongodb} and {@code -Dstores.redis} name, or the tests' own. */
    static RunningStores shared() {
        return new RunningStores(() -> {}, TestStores.mongoUri(), TestStores.redisUri());
    }

    MongoClient mongo() {
        return mongo;
    }

    RedisCommands<String, String> redis() {
        return redis.sync();
    }

    RedisAsyncCommands<String, String> redisAsync() {
        return redis.async();
    }

    /** The process id that the Redis tells. */
    static long redisPid(RedisCommands<String, String> redis) {
        return redis.info("server")
                .lines()
                .filter(line -> line.startsWith("process_id:"))
                .mapToLong(line ->
                        Long.parseLong(line.substring("process_id:".length()).strip()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        mongo.close();
        redis.close();
        redisClient.shutdown();
        end.run();
    }
}
