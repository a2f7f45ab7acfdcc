package guanjia.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Holds a directory for this process; the system lets go of it when the process ends, however it ends. */
final class DirectoryLock implements AutoCloseable {
    /**
     * The directories that this process holds. Asked before the file is opened: a lock belongs to the whole process, and closing any other
     * channel of the file would let go of it ({@link java.nio.channels.FileLock}, "platform dependencies").
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** @throws DataDirectoryInUse if another process, or another part of this one, holds it */
    static DirectoryLock take(Path directory) throws IOException {
        Path real = directory.toRealPath();
        if (!HELD_HERE.add(real)) {
            throw new DataDirectoryInUse(
                    directory, " (process " + ProcessHandle.current().pid() + ")");
        }
        boolean taken = false;
        try {
            DirectoryLock lock = new DirectoryLock(real, lock(directory));
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                HELD_HERE.remove(real);
            }
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        Path file = directory.resolve("stores.lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new DataDirectoryInUse(directory, owner(file));
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(directory);
        }
    }

    private static String owner(Path file) throws IOException {
        String pid = Files.readString(file, StandardCharsets.US_ASCII).strip();
        return pid.isEmpty() ? "" : " (process " + pid + ")";
    }
}
