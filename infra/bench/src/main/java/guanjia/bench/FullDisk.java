package guanjia.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk of its own in memory, which can be filled to the last byte. Needs root. */
final class FullDisk implements AutoCloseable {
    private static final int MEGABYTE = 1 << 20;

    private final Path folder;
    private final Path ballast;

    /** @param folder where it is mounted @param megabytes its size */
    FullDisk(Path folder, int megabytes) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Server.run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
    }

    /** @return frees what was filled */
    Runnable fill() {
        byte[] some = new byte[MEGABYTE];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (folder.toFile().getUsableSpace() > 0) {
                out.write(some, 0, (int) Math.min(MEGABYTE, folder.toFile().getUsableSpace()));
            }
        } catch (IOException e) {
            return this::free; // somebody else wrote the last byte
        }
        return this::free;
    }

    private void free() {
        try {
            Files.delete(ballast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Server.run("umount", "-l", folder.toString());
        Repository.deleteAll(folder);
    }
}
