package guanjia.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The redis-server of a data folder, which outlives the process that started it.
 *
 * @param program the file that it runs
 */
record LeftRedis(ProcessHandle process, Path program, Path folder) {
    /** The one that works in this data folder, by its pid file and its working folder. */
    static Optional<LeftRedis> in(Path dataFolder) {
        Path folder = dataFolder.resolve("redis");
        try {
            String pid = Files.readString(folder.resolve("redis.pid")).strip();
            Path process = Path.of("/proc", pid);
            if (!Files.isSameFile(process.resolve("cwd"), folder)) {
                return Optional.empty();
            }
            Path program = Files.readSymbolicLink(process.resolve("exe"));
            return ProcessHandle.of(Long.parseLong(pid)).map(handle -> new LeftRedis(handle, program, folder));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty(); // it has ended
        }
    }

    /** {@code kill -9} */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again on the same files and port. */
    void startAgain() {
        Server.run(program.toString(), folder.resolve("redis.conf").toString());
    }
}
