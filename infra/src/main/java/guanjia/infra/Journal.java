package guanjia.infra;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was changed in the MongoDB's file since its last checkpoint, one change after the other in files beside it. A frame holds the changes of
 * whole operations: length, checksum, number, changes; frames are numbered without a gap. A frame that was cut off by a kill or a full disk
 * was never acknowledged and counts for nothing. Changes are recorded by many threads; everything else is for one at a time.
 */
final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int HEAD = Integer.BYTES + Integer.BYTES + Long.BYTES;
    private static final int REMOVED = 0;
    private static final String SUFFIX = ".journal";

    /** A map's entry as it is since then. @param value null where it was removed */
    @SuppressWarnings("ArrayRecordComponent")
    record Change(String map, Key key, byte @Nullable [] value) {}

    private final FilePath beside;
    private WriteBuffer pending = new WriteBuffer();
    private WriteBuffer sealed = new WriteBuffer();
    private volatile long number;
    private volatile @Nullable FileChannel file;
    private volatile long length;

    /** @param beside the MongoDB's file @param number of the last frame that counts */
    private Journal(FilePath beside, long number) {
        this.beside = beside;
        this.number = number;
    }

    /**
     * Reads what is there and goes on behind it, in a new file: nothing is written here, so that it can be read on a full disk.
     *
     * @param beside the MongoDB's file
     * @param checkpoint number of the last frame whose changes the MongoDB's file holds
     * @param changes takes the later ones, in order
     */
    static Journal open(FilePath beside, long checkpoint, Consumer<Change> changes) throws IOException {
        Journal journal = new Journal(beside, checkpoint);
        for (FilePath part : journal.parts()) {
            if (numberOf(part) > journal.number + 1) {
                LOG.warn("Changes of the MongoDB's last moments are incomplete and left out; a power cut can do that");
                part.delete();
            } else {
                journal.replay(part, changes);
            }
        }
        return journal;
    }

    private void replay(FilePath part, Consumer<Change> changes) throws IOException {
        ByteBuffer all;
        try (FileChannel channel = part.open("r")) {
            all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            DataUtils.readFully(channel, 0, all);
        }
        all.rewind();
        while (all.remaining() > HEAD) {
            int bytes = all.getInt();
            int checksum = all.getInt();
            if (bytes <= 0 || bytes > all.remaining() - Long.BYTES) {
                return;
            }
            ByteBuffer numbered = all.slice(all.position(), Long.BYTES + bytes);
            if (checksum(numbered.duplicate()) != checksum) {
                return;
            }
            all.position(all.position() + Long.BYTES + bytes);
            long found = numbered.getLong();
            if (found == number + 1) {
                read(numbered, changes);
                number = found;
            }
        }
    }

    private static void read(ByteBuffer in, Consumer<Change> changes) {
        while (in.hasRemaining()) {
            String map = DataUtils.readString(in);
            Key key = new Key(bytes(in, DataUtils.readVarInt(in)));
            int size = DataUtils.readVarInt(in);
            changes.accept(new Change(map, key, size == REMOVED ? null : bytes(in, size - 1)));
        }
    }

    private static byte[] bytes(ByteBuffer in, int size) {
        byte[] bytes = new byte[size];
        in.get(bytes);
        return bytes;
    }

    /** Notes a change, in the order in which changes are made. @param value null where the entry was removed */
    synchronized void record(String map, Key key, byte @Nullable [] value) {
        pending.putVarInt(map.length()).putStringData(map, map.length());
        pending.putVarInt(key.bytes().length).put(key.bytes());
        if (value == null) {
            pending.putVarInt(REMOVED);
        } else {
            pending.putVarInt(value.length + 1).put(value);
        }
    }

    /** Ends the frame: what is recorded from now on goes into the next. */
    synchronized void seal() {
        WriteBuffer full = pending;
        pending = sealed;
        sealed = full;
    }

    /** Hands the sealed frame to the operating system. Nothing is written where there is nothing in it. */
    void write() throws IOException {
        ByteBuffer changes = sealed.getBuffer();
        changes.flip();
        if (changes.hasRemaining()) {
            ByteBuffer frame = frame(changes);
            FileChannel known = file;
            FileChannel open = known == null ? begin() : known;
            long end = length;
            while (frame.hasRemaining()) {
                end += open.write(frame, end);
            }
            length = end;
            number++;
        }
        sealed.clear();
    }

    private ByteBuffer frame(ByteBuffer changes) {
        ByteBuffer frame = ByteBuffer.allocate(HEAD + changes.remaining());
        frame.putInt(changes.remaining()).putInt(0).putLong(number + 1).put(changes);
        ByteBuffer numbered = frame.duplicate().flip().position(HEAD - Long.BYTES);
        frame.putInt(Integer.BYTES, checksum(numbered));
        return frame.flip();
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    private FileChannel begin() throws IOException {
        FileChannel begun = part(number + 1).open("rw");
        begun.truncate(0);
        file = begun;
        length = 0;
        return begun;
    }

    /** Number of the last frame that is written. */
    long number() {
        return number;
    }

    /** Forgets what was recorded since the last frame: the MongoDB's file itself is to hold it. */
    void leaveOut() {
        seal();
        sealed.clear();
    }

    /** Goes on in a new file: the MongoDB's file holds what stands in this one. */
    void turnOver() throws IOException {
        FileChannel full = file;
        if (full != null) {
            file = null;
            length = 0;
            full.close();
        }
    }

    /** Deletes what isn't needed any more. @param checkpoint that the MongoDB's file holds, on the disk */
    void forget(long checkpoint) throws IOException {
        List<FilePath> parts = parts();
        for (int i = 0; i < parts.size(); i++) {
            long last = i + 1 < parts.size() ? numberOf(parts.get(i + 1)) - 1 : number;
            boolean isOpen = i + 1 == parts.size() && file != null;
            if (last <= checkpoint && !isOpen) {
                parts.get(i).delete();
            }
        }
    }

    /** Asks the system to write it to the disk; may be called beside all others. */
    void toDisk() throws IOException {
        FileChannel open = file;
        if (open != null && open.isOpen()) {
            open.force(false);
        }
    }

    /** Bytes written since the last checkpoint. */
    long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        turnOver();
    }

    private FilePath part(long first) {
        return FilePath.get(beside + "." + String.format("%016x", first) + SUFFIX);
    }

    private List<FilePath> parts() {
        String name = beside.getName() + ".";
        List<FilePath> parts = new ArrayList<>();
        for (FilePath file : beside.getParent().newDirectoryStream()) {
            if (file.getName().startsWith(name) && file.getName().endsWith(SUFFIX)) {
                parts.add(file);
            }
        }
        parts.sort(Comparator.comparingLong(Journal::numberOf));
        return parts;
    }

    private static long numberOf(FilePath part) {
        String name = part.getName();
        String digits = name.substring(0, name.length() - SUFFIX.length());
        return Long.parseUnsignedLong(digits.substring(digits.lastIndexOf('.') + 1), 16);
    }
}
