package guanjia.infra;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the embedded stores as their own process, for several processes on one machine, tests and measurements. Arguments:
 * {@code --dir <directory> [--mongo-port <port>] [--redis-port <port>] [--memory]}. Prints both addresses as
 * the product takes them, and last a line that begins with {@code ready} and holds them too; SIGTERM writes everything and ends.
 */
public final class StoresMain {
    private static final String USAGE =
            "usage: --dir <directory> [--mongo-port <port>] [--redis-port <port>] [--memory]";

    private StoresMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("logback.configurationFile", "guanjia/infra/stores-logging.xml");
        try {
            run(settings(List.of(arguments)));
        } catch (DataDirectoryInUse | StoresNotStarted | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(StoresSettings settings) throws InterruptedException {
        StoresStart start = new StoresStart(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(start::close));
        EmbeddedStores stores = start.run();
        stores.endedOrphan()
                .ifPresent(pid ->
                        System.err.println("Ended the redis-server " + pid + " that a killed process left behind."));
        System.out.println("SPRING_MONGODB_URI=" + stores.mongoUri());
        System.out.println("SPRING_DATA_REDIS_URL=" + stores.redisUri());
        System.out.println("ready " + stores.mongoUri() + " " + stores.redisUri());
        new CountDownLatch(1).await();
    }

    private static StoresSettings settings(List<String> arguments) {
        List<String> known = List.of("--dir", "--mongo-port", "--redis-port", "--memory");
        boolean strange = arguments.stream().anyMatch(word -> word.startsWith("--") && !known.contains(word));
        if (strange || !arguments.contains("--dir")) {
            throw new IllegalArgumentException(USAGE);
        }
        return new StoresSettings(
                Path.of(value(arguments, "--dir", "")),
                Set.of(StoresSettings.Store.values()),
                port(arguments, "--mongo-port"),
                port(arguments, "--redis-port"),
                arguments.contains("--memory"));
    }

    private static int port(List<String> arguments, String name) {
        try {
            return Integer.parseInt(value(arguments, name, "0"));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number; " + USAGE);
        }
    }

    private static String value(List<String> arguments, String name, String otherwise) {
        int at = arguments.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        if (at + 1 == arguments.size()) {
            throw new IllegalArgumentException(name + " has no value; " + USAGE);
        }
        return arguments.get(at + 1);
    }
}
