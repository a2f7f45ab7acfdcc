package guanjia.bench;

import static guanjia.bench.Stage.say;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;

/**
 * Throughput of the product against two handlers without its logic, in one run, in turns, on the same stores and the same HTTP stack.
 *
 * @param residents conversations of each
 * @param warmUp of each, unmeasured
 * @param length of each measurement
 * @param rounds of measurements; the medians are compared
 */
record Ratios(int residents, Duration warmUp, Duration length, int rounds) {
    static final Ratios FULL = new Ratios(5_000, Duration.ofSeconds(90), Duration.ofSeconds(10), 5);

    /** Our code may cost that much of the throughput that its I/O allows. */
    private static final double OVERHEAD = 0.6;

    private static final Pattern STARTED = Pattern.compile("Started Floor");
    private static final Duration START = Duration.ofMinutes(5);

    /** @param turns of the product @param sameTrips of the same I/O @param oneEach of one round trip to each store; all a second */
    record Measured(double turns, double sameTrips, double oneEach) {
        boolean holds() {
            return turns / sameTrips >= OVERHEAD;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "a second: %.0f turns, %.0f with the same I/O and no logic, %.0f with one Redis and one MongoDB round trip%n"
                            + "ratios: overhead of our code %.2f (same I/O = 1), economy of I/O %.2f (one round trip each = 1)",
                    turns,
                    sameTrips,
                    oneEach,
                    turns / sameTrips,
                    turns / oneEach);
        }
    }

    Measured measure() {
        try (Stores stores = new Stores();
                Stage stage = Stage.open("ratios", residents, stores.settings())) {
            Crowd crowd = new Crowd(residents, new Random(stage.seed()));
            try (FakeTelegram telegram = new FakeTelegram(crowd::hear)) {
                return measure(stage, crowd, stores, telegram);
            }
        }
    }

    private Measured measure(Stage stage, Crowd crowd, Stores stores, FakeTelegram telegram) {
        stage.load().saturating(Webhook.CONNECTIONS, warmUp); // the floor copies what this writes
        int port = Ports.free();
        Server floor = startFloor(stores, telegram, stage.folder(), port);
        try {
            Load sameTrips = new Load(crowd, new Webhook(port, Floor.SAME_TRIPS));
            Load oneEach = new Load(crowd, new Webhook(port, Floor.ONE_EACH));
            sameTrips.begin(Webhook.CONNECTIONS);
            sameTrips.saturating(Webhook.CONNECTIONS, warmUp);
            oneEach.saturatingPosts(Webhook.CONNECTIONS, warmUp);
            return medians(List.of(
                    () -> stage.load().saturating(Webhook.CONNECTIONS, length),
                    () -> sameTrips.saturating(Webhook.CONNECTIONS, length),
                    () -> oneEach.saturatingPosts(Webhook.CONNECTIONS, length)));
        } finally {
            floor.stop();
        }
    }

    private Measured medians(List<DoubleSupplier> targets) {
        List<List<Double>> all = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int round = 1; round <= rounds; round++) {
            for (int i = 0; i < targets.size(); i++) {
                all.get(i).add(targets.get(i).getAsDouble());
            }
            say(
                    "round %d, a second: product %.0f, same I/O %.0f, one each %.0f",
                    round,
                    all.get(0).getLast(),
                    all.get(1).getLast(),
                    all.get(2).getLast());
        }
        return new Measured(median(all.get(0)), median(all.get(1)), median(all.get(2)));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static Server startFloor(Stores stores, FakeTelegram telegram, Path folder, int port) {
        List<String> options = List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx272m",
                "-Xmn120m",
                "-XX:SurvivorRatio=6",
                "-XX:+UseParallelGC",
                "-XX:-UseAdaptiveSizePolicy"); // as the product's
        List<String> arguments = List.of(
                "--mongo=" + stores.mongoUri(),
                "--redis=" + stores.redisUri(),
                "--spring.data.redis.url=" + stores.redisUri(),
                "--telegram=" + telegram.url(),
                "--server.port=" + port);
        Server floor = Server.start(
                Server.java(Floor.class.getName(), options, arguments), Map.of(), folder.resolve("floor.log"));
        floor.await(STARTED, 1, START);
        return floor;
    }
}
