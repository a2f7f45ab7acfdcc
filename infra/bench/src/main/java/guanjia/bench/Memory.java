package guanjia.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has in memory, as Linux counts it.
 *
 * @param now resident megabytes
 * @param most the most it ever had
 */
record Memory(long now, long most) {
    static Memory of(long pid) {
        return new Memory(megabytes(pid, "VmRSS:"), megabytes(pid, "VmHWM:"));
    }

    private static long megabytes(long pid, String field) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
