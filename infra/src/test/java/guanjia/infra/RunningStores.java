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
import java.util.List;
import org.junit.jupiter.api.Named;

/** Stores in one of the forms they come in, with a client of each. Closing ends what was started here. */
final class RunningStores implements AutoCloseable {
    private static List<Named<RunningStores>> forms = List.of();

    private final Runnable end;
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

    /**
     * Each form the stores come in here, or the external ones if the tests run on such. Started once for all tests of a process, which use
     * databases of their own and leave them open; they end with it.
     */
    static synchronized List<Named<RunningStores>> ofEachForm() throws IOException, InterruptedException {
        if (forms.isEmpty()) {
            forms = System.getProperty("stores.mongodb", "").isEmpty()
                    ? List.of(
                            Named.of("in this process", shared()),
                            Named.of("in their own process", endingWithTheTests()))
                    : List.of(Named.of("external", shared()));
        }
        return forms;
    }

    private static RunningStores endingWithTheTests() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("guanjia-stores");
        OtherJvm process = OtherJvm.run(StoresMain.class, "--dir", directory.toString());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.close();
            TestStores.delete(directory);
        }));
        return inTheirOwnProcess(process);
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
