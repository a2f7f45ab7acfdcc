package guanjia.infra;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk that takes a number of bytes more and then breaks, in the middle of a write, until it is mended, or tells of each write before it is made.
 * The MongoDB's file lies on it when its path begins with {@code broken:}.
 */
public final class BrokenDisk extends FilePathWrapper {
    private static final AtomicLong LEFT = new AtomicLong(Long.MAX_VALUE);
    private static final Runnable NOTHING = () -> {};

    private static volatile Runnable before = NOTHING;

    static Path file(Path real) {
        FilePath.register(new BrokenDisk());
        return Path.of("broken:" + real);
    }

    static void breakAfter(long bytes) {
        LEFT.set(bytes);
    }

    /** Called before each write to the MongoDB's file itself, by who writes; not for its journal. */
    static void beforeEachWrite(Runnable told) {
        before = told;
    }

    static void mend() {
        LEFT.set(Long.MAX_VALUE);
        before = NOTHING;
    }

    @Override
    public String getScheme() {
        return "broken";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode), !name.endsWith(".journal"));
    }

    private static final class Channel extends FileBaseDefault {
        private final FileChannel real;
        private final boolean itself;

        private Channel(FileChannel real, boolean itself) {
            this.real = real;
            this.itself = itself;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            if (itself) {
                before.run();
            }
            int wanted = source.remaining();
            long left = LEFT.getAndUpdate(bytes -> bytes == Long.MAX_VALUE ? bytes : Math.max(0, bytes - wanted));
            if (left >= wanted) {
                return real.write(source, position);
            }
            real.write(source.slice(source.position(), (int) left), position);
            throw new IOException("No space left on device");
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return real.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            real.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            real.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return real.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }
    }
}
