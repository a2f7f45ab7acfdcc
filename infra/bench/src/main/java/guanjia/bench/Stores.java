package guanjia.bench;

import guanjia.infra.StoresMain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The stores as a process of their own, on ports that stay the same, so that they can be taken away and brought back. */
final class Stores implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("(?m)^ready ");
    private static final Duration START = Duration.ofMinutes(5);

    private final Path folder = Repository.freshFolder("stores");
    private final int mongoPort = Ports.free();
    private final int redisPort = Ports.free();
    private Server running;
    private int starts = 1;

    /** Starts them in a folder of their own. */
    Stores() {
        this.running = start();
    }

    /** The settings that lead a product here. */
    Map<String, String> settings() {
        return Map.of(
                "SPRING_MONGODB_URI", mongoUri(), "SPRING_DATA_REDIS_URL", redisUri(), "GUANJIA_SAMPLE_DATA", "true");
    }

    String mongoUri() {
        return "mongodb://127.0.0.1:" + mongoPort + "/guanjia";
    }

    String redisUri() {
        return "redis://127.0.0.1:" + redisPort;
    }

    /** The Redis is killed. @return brings it back on the same file and port */
    Runnable takeRedisAway() {
        LeftRedis redis = LeftRedis.in(data()).orElseThrow();
        redis.kill();
        return redis::startAgain;
    }

    /** The MongoDB stops answering, with every connection open. @return lets it go on */
    Runnable freezeMongo() {
        running.signal("STOP");
        return () -> running.signal("CONT");
    }

    /** The MongoDB is killed. @return starts it again on the same file and port */
    Runnable killMongo() {
        running.kill();
        return () -> {
            starts++;
            running = start();
        };
    }

    @Override
    public void close() {
        if (running.isAlive()) {
            running.signal("CONT");
            running.stop();
        }
        LeftRedis.in(data()).ifPresent(LeftRedis::kill);
        Repository.deleteAll(folder);
    }

    private Path data() {
        return folder.resolve("stores");
    }

    private Server start() {
        List<String> arguments = List.of(
                "--dir",
                data().toString(),
                "--mongo-port",
                Integer.toString(mongoPort),
                "--redis-port",
                Integer.toString(redisPort));
        List<String> options = List.of("-Xmx256m", "-Xmn128m", "-XX:+UseParallelGC", "-XX:-UseAdaptiveSizePolicy");
        Server server = Server.start(
                Server.java(StoresMain.class.getName(), options, arguments),
                Map.of(),
                folder.resolve("stores-" + starts + ".log"));
        server.await(READY, 1, START);
        return server;
    }
}
