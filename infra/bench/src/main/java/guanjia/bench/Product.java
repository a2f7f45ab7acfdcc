package guanjia.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The built product as {@code run.sh} starts it, on a folder and a port that stay the same over restarts. */
final class Product implements AutoCloseable {
    static final String SECRET = "bench-secret";

    /** Far above every rate measured here, so that Telegram's own limits of 30 a second don't hide the product's. */
    private static final String TELEGRAM_RATE = "10000";

    private static final Pattern READY = Pattern.compile("(?m)^Guanjia is ready: ");
    private static final Duration START = Duration.ofMinutes(10);

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final int port = Ports.free();
    private @Nullable Server running;
    private int starts;

    /**
     * @param folder takes the data and the logs
     * @param telegram where Telegram is faked
     * @param more settings, such as the addresses of stores
     */
    Product(Path folder, FakeTelegram telegram, Map<String, String> more) {
        this.folder = folder;
        environment.putAll(Map.of(
                "GUANJIA_APP",
                Repository.app().toString(),
                "GUANJIA_DATA_DIR",
                folder.resolve("data").toString(),
                "SERVER_PORT",
                Integer.toString(port),
                "GUANJIA_SAMPLE_DATA",
                "true",
                "GUANJIA_TELEGRAM_TOKEN",
                "1:bench",
                "GUANJIA_TELEGRAM_API_URL",
                telegram.url(),
                "GUANJIA_TELEGRAM_MODE",
                "webhook",
                "GUANJIA_TELEGRAM_WEBHOOK_SECRET",
                SECRET,
                "GUANJIA_TELEGRAM_RATE",
                TELEGRAM_RATE));
        environment.putAll(more);
    }

    /** @return how long it took until it was ready */
    Duration start() {
        long begin = System.nanoTime();
        String script = Repository.root().resolve("infra/run.sh").toString();
        Server server =
                Server.start(List.of("bash", script), environment, folder.resolve("product-" + ++starts + ".log"));
        running = server;
        server.await(READY, 1, START);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    Server server() {
        if (running == null) {
            throw new IllegalStateException("The product isn't started");
        }
        return running;
    }

    int port() {
        return port;
    }

    Path folder() {
        return folder;
    }

    Path dataFolder() {
        return Path.of(environment.getOrDefault("GUANJIA_DATA_DIR", ""));
    }

    /** Ends it as an operator does; after a kill, the redis-server it left, too. */
    @Override
    public void close() {
        if (running != null && running.isAlive()) {
            running.stop();
        }
        LeftRedis.in(dataFolder()).ifPresent(LeftRedis::kill);
    }
}
