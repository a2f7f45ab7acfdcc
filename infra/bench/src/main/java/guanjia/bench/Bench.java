package guanjia.bench;

import static guanjia.bench.Stage.say;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The measurements and proofs in full size, by name; see {@code infra/docs/benchmarks.md}. Ends with 1 when a target is missed. */
public final class Bench {
    private static final int OUTAGE_RATE = 50;
    private static final Duration DISK_FULL = Duration.ofSeconds(15);
    private static final int DISK_MEGABYTES = 256;

    private Bench() {}

    public static void main(String[] arguments) {
        say("%s", Machine.describe());
        boolean holds = true;
        for (String argument : arguments) {
            String[] parts = argument.split("=");
            boolean met =
                    run(parts[0], parts.length > 1 ? OptionalInt.of(Integer.parseInt(parts[1])) : OptionalInt.empty());
            say("%s: %s%n", argument, met ? "all targets are met" : "a target is MISSED");
            holds &= met;
        }
        System.exit(holds ? 0 : 1);
    }

    private static boolean run(String name, OptionalInt size) {
        return switch (name) {
            case "load" -> load();
            case "ratios" -> ratios();
            case "kills" -> kills(size.orElse(10));
            case "outages" -> outages(Duration.ofSeconds(size.orElse(30)));
            case "disk" -> disk();
            default ->
                throw new IllegalArgumentException("No " + name + "; there are load, ratios, kills, outages and disk");
        };
    }

    private static boolean load() {
        Speed full = Speed.FULL;
        Speed.Measured measured = full.measure();
        say("%d updates a second over %d conversations: %s", full.perSecond(), full.residents(), measured.outcome());
        measured.outcome().unanswered().stream().distinct().forEach(act -> say("unanswered: %s", act));
        say(
                "resident memory: product %d MB (most %d MB), redis-server %d MB",
                measured.memory().now(),
                measured.memory().most(),
                measured.redis().now());
        return measured.holds();
    }

    private static boolean kills(int rounds) {
        boolean holds = true;
        try (Stage stage = Stage.open("kills", KillProof.UPDATES, Map.of())) {
            KillProof proof = new KillProof(stage);
            for (int i = 0; i < rounds; i++) {
                KillProof.Round round = proof.round();
                say("%s", round);
                holds &= round.holds();
            }
        }
        return holds;
    }

    private static boolean ratios() {
        Ratios.Measured measured = Ratios.FULL.measure();
        say("%s", measured);
        return measured.holds();
    }

    private static boolean outages(Duration away) {
        int residents = Outages.residents(OUTAGE_RATE, away);
        try (Stores stores = new Stores();
                Stage stage = Stage.open("outages", residents, stores.settings())) {
            Outages outages = new Outages(stage, OUTAGE_RATE, away);
            return report(List.of(
                    outages.during("Redis killed", stores::takeRedisAway),
                    outages.during("MongoDB frozen", stores::freezeMongo),
                    outages.during("MongoDB killed", stores::killMongo)));
        }
    }

    private static boolean disk() {
        Path data = Repository.freshFolder("small-disk");
        int residents = Outages.residents(OUTAGE_RATE, DISK_FULL);
        try (FullDisk disk = new FullDisk(data, DISK_MEGABYTES);
                Stage stage = Stage.open("disk", residents, Map.of("GUANJIA_DATA_DIR", data.toString()))) {
            Outages outages = new Outages(stage, OUTAGE_RATE, DISK_FULL);
            return report(List.of(outages.during("disk full", disk::fill)));
        }
    }

    private static boolean report(List<Outages.Result> results) {
        results.forEach(result -> say("%s", result));
        return results.stream().allMatch(Outages.Result::holds);
    }
}
