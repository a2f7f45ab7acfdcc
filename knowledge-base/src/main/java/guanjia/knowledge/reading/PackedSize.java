package guanjia.knowledge.reading;

import guanjia.knowledge.reading.UnreadableHandbook.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks a file once without keeping anything, so that one made to explode is refused before a parser holds it in memory. */
final class PackedSize {
    /** All parts of a Word file together; pictures are the most of it. */
    private static final long MOST_IN_ALL = 150L * 1024 * 1024;

    /** The text parts together: the parser needs some ten times as much memory; 5,000 sections are about 10 MB. */
    private static final long MOST_XML = 30L * 1024 * 1024;

    /** One stream of a PDF; a page of text has some kilobytes, a large picture some 30 MB. */
    private static final long MOST_IN_STREAM = 64L * 1024 * 1024;

    private static final int MOST_PARTS = 5_000;
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};

    private PackedSize() {}

    /** Counts what the parts of a zip file really unpack to, whatever its directory says. */
    static void checkZip(byte[] content) throws UnreadableHandbook, IOException {
        long all = 0;
        long xml = 0;
        int parts = 0;
        byte[] buffer = new byte[64 * 1024];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                boolean media = part.getName().matches("(?i).*\\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|bin|ttf|odttf)");
                for (int read = zip.read(buffer); read > 0; read = zip.read(buffer)) {
                    all += read;
                    xml += media ? 0 : read;
                    refuseIf(all > MOST_IN_ALL || xml > MOST_XML);
                }
                refuseIf(++parts > MOST_PARTS);
            }
        }
    }

    /** Inflates every packed stream of a PDF; a stream packed twice is refused: writers don't do that, bombs do. */
    static void checkPdf(byte[] content) throws UnreadableHandbook {
        for (int at = indexOfStream(content, 0); at >= 0; at = indexOfStream(content, at)) {
            if (isZlib(content, at)) {
                checkStream(content, at);
            }
        }
    }

    private static void checkStream(byte[] content, int at) throws UnreadableHandbook {
        byte[] out = new byte[64 * 1024];
        long size = 0;
        Inflater inflater = new Inflater();
        inflater.setInput(content, at, content.length - at);
        try {
            for (int made = inflater.inflate(out); made > 0; made = inflater.inflate(out)) {
                refuseIf(size == 0 && made > 1 && isZlib(out, 0));
                size += made;
                refuseIf(size > MOST_IN_STREAM);
            }
        } catch (DataFormatException damaged) {
            // What comes before the damage is all that a parser gets to see.
            refuseIf(size > MOST_IN_STREAM);
        } finally {
            inflater.end();
        }
    }

    /** Where the bytes of the next stream begin. */
    private static int indexOfStream(byte[] content, int from) {
        for (int at = from; at + STREAM.length + 2 < content.length; at++) {
            if (content[at] == 's' && Arrays.equals(content, at, at + STREAM.length, STREAM, 0, STREAM.length)) {
                int begin = at + STREAM.length;
                return content[begin] == '\r' ? begin + 2 : begin + 1;
            }
        }
        return -1;
    }

    private static boolean isZlib(byte[] bytes, int at) {
        return at + 1 < bytes.length
                && (bytes[at] & 0x0F) == 8
                && ((bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF) % 31 == 0;
    }

    private static void refuseIf(boolean tooMuch) throws UnreadableHandbook {
        if (tooMuch) {
            throw new UnreadableHandbook(Reason.TOO_LARGE);
        }
    }
}
